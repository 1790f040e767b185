import { file, type Text } from '../../plan/plan.ts';
import { textReader } from '../codes.ts';
import { placeOf } from '../layout.ts';
import { callOf } from './arguments.ts';
import type { Closing, TextAt } from './closing.ts';
import { alikeTexts, pickAt } from './picks.ts';

/** A text as a function; undefined where the file does not settle it. */
export function textAt(text: Text, close: Closing): TextAt {
  switch (text.kind) {
    case 'text': {
      const { value } = text;
      return () => value;
    }
    case 'text-slot': {
      const { row } = text.slot;
      const index = placeOf(close.layouts, text.slot);
      if (row === file) return (frame) => frame.file.texts[index];
      return (frame) => frame.file.texts[(frame.textsAt[row] ?? 0) + index];
    }
    case 'word': {
      const of = close.num(text.of);
      const { wordOf } = close;
      return (frame) => wordOf(of(frame));
    }
    case 'cell-text': {
      const [row, read] = [close.num(text.row), textReader(text.sheet, text.column)];
      return (frame) => read(row(frame));
    }
    case 'piece': {
      const { row } = text;
      return (frame) => frame.pieces[row];
    }
    case 'choice':
    case 'dated':
    case 'table':
    case 'element':
      return pickAt(text, close, close.text, alikeTexts);
    case 'called': {
      const call = callOf(text, close);
      return (frame) => {
        const value = call(frame);
        return typeof value === 'string' ? value : undefined;
      };
    }
  }
}
