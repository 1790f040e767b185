/** The formats that one document may be a file of. */
export const documentKinds = ['docx', 'pdf', 'html', 'md'] as const;
export type DocumentKind = (typeof documentKinds)[number];
