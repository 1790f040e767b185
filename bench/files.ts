import { type Kind, madeFile, type Plain } from './dossier/generate.ts';
import { type LoanFile, loanFileOf } from './dossier/record.ts';

/** The seed of every run that is reported. */
const seed = 1;

export interface BenchFile {
  readonly kind: Kind;
  readonly json: string;
}

/** Files as texts, made anew from the seed. */
export function benchFiles(count: number): readonly BenchFile[] {
  return Array.from({ length: count }, (_, number) => {
    const { kind, plain } = madeFile(seed, number);
    return { kind, json: JSON.stringify(plain) };
  });
}

export function plainOf({ json }: BenchFile): Plain {
  return JSON.parse(json) as Plain;
}

export function recordsOf(files: readonly BenchFile[]): readonly LoanFile[] {
  return files.map((file) => loanFileOf(plainOf(file)));
}
