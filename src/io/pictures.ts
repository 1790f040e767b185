import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The packages that pictures in Word files take; without them a Word file says in words what they show. */
export const picturePackages: readonly string[] = [
  '@resvg/resvg-wasm@2.6.2',
  '@expo-google-fonts/noto-sans-sc@0.4.3',
];

const family = 'Noto Sans SC';
const fontFiles = [
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
] as const;

/** Dots for each pixel: some 190 to the inch on paper. */
const sharpness = 2;

/** An SVG as PNG, lettered in our font whatever it asks for: the same bytes on every machine. */
export type Rasterise = (svg: string) => Uint8Array;

/** Ready once, however often it is asked for; nothing where the packages are not installed. */
export function rasteriser(): Promise<Rasterise | undefined> {
  ready ??= prepared().catch(() => undefined);
  return ready;
}

let ready: Promise<Rasterise | undefined> | undefined;

async function prepared(): Promise<Rasterise> {
  const { resolve } = createRequire(import.meta.url);
  const fontBuffers = fontFiles.map((file) => readFileSync(resolve(file)));
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  await initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return (svg) => {
    const drawing = new Resvg(svg.replace(/ font-family="[^"]*"/u, ` font-family="${family}"`), {
      font: { fontBuffers, defaultFontFamily: family },
      fitTo: { mode: 'zoom', value: sharpness },
      background: 'white',
    });
    const picture = drawing.render();
    try {
      return picture.asPng();
    } finally {
      picture.free();
      drawing.free();
    }
  };
}
