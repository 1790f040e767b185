import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The packages that PDF takes; they weigh more than all else, so that who wants no PDF need not have them. */
export const packages: readonly string[] = [
  '@myriaddreamin/typst-ts-node-compiler@0.7.0',
  '@expo-google-fonts/noto-sans-sc@0.4.3',
  '@expo-google-fonts/noto-serif-sc@0.4.3',
];

const fontFiles = [
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
] as const;

/** Makes PDFs, with the fonts that were read once. */
export type Typeset = (input: {
  readonly template: string;
  /** What the template finds as `sys.inputs.document`. */
  readonly data: string;
  /** ISO day for the dates in the file. */
  readonly day: string;
}) => Uint8Array;

/** PDF takes packages that are not installed; the message names them all. */
export class MissingPackages extends Error {
  override readonly name = 'MissingPackages';
}

/**
 * Typst with our fonts and no others.
 *
 * @throws MissingPackages
 */
export async function typst(): Promise<Typeset> {
  const { NodeCompiler, fonts } = await installed();
  const { packedPdf } = await import('./packed-pdf.ts');
  return ({ template, data, day }) => {
    const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
    const creationTimestamp = Date.parse(day) / 1000;
    const compiled = compiler.compile({ mainFileContent: template, inputs: { document: data } });
    const { result } = compiled;
    if (!result) {
      const error = compiled.takeError();
      const found: readonly unknown[] = error ? compiler.fetchDiagnostics(error) : [];
      throw new Error(`Typst: ${JSON.stringify(found[0])}`);
    }
    return packedPdf(compiler.pdf(result, { creationTimestamp }));
  };
}

async function installed() {
  try {
    const { resolve } = createRequire(import.meta.url);
    const fonts = fontFiles.map((file) => readFileSync(resolve(file)));
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
    return { NodeCompiler, fonts };
  } catch (cause) {
    throw new MissingPackages(packages.join(' '), { cause });
  }
}
