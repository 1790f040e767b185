import { type FileBytes, joined, lastIndexOf } from '../base/bytes.ts';

/** The stream of a compound file that holds a package with a password ([MS-OFFCRYPTO] 2.3.4.4), in UTF-16. */
const encryptedPackage = Uint8Array.from(
  [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]),
);

/** Whether a compound file is a workbook with a password. */
export async function isEncrypted({ pieces }: FileBytes): Promise<boolean> {
  let rest: Uint8Array = new Uint8Array();
  for await (const piece of pieces()) {
    const bytes = joined([rest, piece]);
    if (lastIndexOf(bytes, encryptedPackage) >= 0) return true;
    rest = bytes.subarray(-encryptedPackage.length);
  }
  return false;
}
