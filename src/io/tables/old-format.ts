import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';

/** The stream of a compound file that holds a package with a password ([MS-OFFCRYPTO] 2.3.4.4). */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/** Whether a compound file is a workbook with a password. */
export function isEncrypted(path: string): boolean {
  return readFileSync(path).includes(encryptedPackage);
}
