import { spanWithin, type Yaml, type YamlText } from '../yaml/tree.ts';

/** A piece of a text with `{expression}` in it: words, or an expression and where it stands. */
export type Piece = { readonly text: string } | { readonly expression: YamlText };

/** The pieces of a text; undefined when a brace has no partner, or is one of full width. */
export function piecesOf(yaml: Yaml | undefined): readonly Piece[] | undefined {
  if (yaml?.kind !== 'text') return [];
  const { text } = yaml;
  if (/[｛｝]/u.test(text)) return undefined;
  const pieces: Piece[] = [];
  let done = 0;
  for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', done)) {
    const close = text.indexOf('}', open);
    const stray = text.slice(done, open).includes('}');
    if (close < 0 || stray || text.slice(open + 1, close).includes('{')) return undefined;
    if (open > done) pieces.push({ text: text.slice(done, open) });
    pieces.push({ expression: part(yaml, open + 1, close) });
    done = close + 1;
  }
  const rest = text.slice(done).trimEnd();
  if (rest.includes('}')) return undefined;
  return rest === '' ? pieces : [...pieces, { text: rest }];
}

/** A part of a scalar as a scalar of its own, so that what is wrong in it points at the right place. */
function part(yaml: YamlText, start: number, end: number): YamlText {
  return {
    kind: 'text',
    plain: false,
    text: yaml.text.slice(start, end),
    span: spanWithin(yaml, start, end),
  };
}
