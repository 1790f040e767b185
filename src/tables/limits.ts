/** A heading of more columns is none that a person or a system of a bank made. */
export const mostColumns = 2000;
/** Faults of rows that are told one by one, at most; further ones are counted. */
export const mostTold = 20;
