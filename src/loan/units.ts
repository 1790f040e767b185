/**
 * An amount in the currency of the file, in yuan with at most two decimals.
 *
 * @unit money
 * @minimum 0
 */
export type Money = number;

/**
 * A fraction of one: `0.15` is 15%.
 *
 * @unit ratio
 * @minimum 0
 */
export type Ratio = number;

/**
 * A rate of interest a year, as a fraction of one: `0.0305` is 3.05%.
 *
 * @unit rate
 * @minimum 0
 * @maximum 1
 */
export type Rate = number;

/**
 * Ten-thousandths; negative where the rate is below its base.
 *
 * @unit basis-points
 * @asType integer
 */
export type BasisPoints = number;

/**
 * @unit months
 * @asType integer
 * @minimum 0
 */
export type Months = number;

/**
 * @unit days
 * @asType integer
 * @minimum 0
 */
export type Days = number;

/**
 * @unit count
 * @asType integer
 * @minimum 0
 */
export type Count = number;

/**
 * 0 automated, 1 outlet, 2 sub-branch, 3 municipal branch, 4 provincial branch, 5 head office.
 *
 * @unit count
 * @asType integer
 * @minimum 0
 * @maximum 5
 */
export type AuthorityLevel = number;

/**
 * From 1, the lowest, to 5.
 *
 * @unit count
 * @asType integer
 * @minimum 1
 * @maximum 5
 */
export type ProductRiskLevel = number;

/**
 * Square metres.
 *
 * @unit area
 * @minimum 0
 */
export type Area = number;

/**
 * A year of the calendar: `2012`.
 *
 * @unit years
 * @asType integer
 * @minimum 1900
 * @maximum 2200
 */
export type CalendarYear = number;

/**
 * A calendar day at the bank: `2026-09-19`.
 *
 * @format date
 */
export type Day = string;

/**
 * The last day of a term: of a loan, a right, a listing or a certificate.
 *
 * @format date
 * @latest 2099-12-31
 */
export type LastDay = string;

/**
 * A day that may lie before all lending of the bank: of a deed, a marriage or a company.
 *
 * @format date
 * @earliest 1949-10-01
 */
export type PastDay = string;

/**
 * An instant with its offset: `2026-09-19T10:00:00+08:00`.
 *
 * @format date-time
 */
export type Moment = string;

/**
 * A time of day by the clock of the place: `08:30:00`.
 *
 * @format time
 */
export type ClockTime = string;

/** The bank's number of a member of staff; names stay in the personnel system. */
export type StaffId = string;

/** The key of one of the file's parties. */
export type PartyId = string;
