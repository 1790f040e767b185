/** @param root - a folder, with a slash at its end */
export function stampOf(root: string): string;
