import { unreachable } from '../base/invariant.ts';
import type {
  Argument,
  CalledOf,
  List,
  Num,
  NumOrText,
  PickOf,
  Slot,
  Text,
  Truth,
} from './plan.ts';

/** Plans as text, for whoever reads or compares them. */

export function printNum(num: Num): string {
  switch (num.kind) {
    case 'whole':
      return Number.isNaN(num.value) ? '?' : String(num.value);
    case 'slot':
      return printSlot(num.slot);
    case 'today':
      return 'today';
    case 'sum':
      return `(${num.parts.map(printNum).join(' + ')})`;
    case 'product':
      return `${printNum(num.left)} * ${printNum(num.right)}`;
    case 'least':
    case 'most':
      return call(num.kind, num.parts.map(printNum));
    case 'absolute':
    case 'day-of':
      return call(num.kind, [printNum(num.of)]);
    case 'part':
    case 'clock':
      return call(num.part, [printNum(num.of)]);
    case 'unless-zero':
      return call('unless-zero', [printNum(num.divisor), printNum(num.of)]);
    case 'rounded':
      return call(num.to, [`${printNum(num.of)} / ${printNum(num.over)}`]);
    case 'remainder':
      return `(${printNum(num.of)} mod ${printNum(num.by)})`;
    case 'choice':
    case 'dated':
    case 'table':
    case 'element':
      return cases(num, printNum);
    case 'tally':
      return call('count', [printList(num.list)]);
    case 'distinct':
      return over(num.kind, num.list, printNum(num.of));
    case 'distinct-texts':
      return over(num.kind, num.list, printText(num.of));
    case 'occurrences':
      return call(num.kind, [printAny(num.value), over('each', num.list, printAny(num.of))]);
    case 'length':
      return call('length', [printText(num.of)]);
    case 'total':
    case 'lowest':
    case 'highest':
      return over(num.kind, num.list, printNum(num.of));
    case 'between':
      return call(num.what, [printNum(num.from), printNum(num.to)]);
    case 'shifted':
      return call(`after ${num.what}`, [printNum(num.from), printNum(num.by)]);
    case 'code':
      return call(num.sheet.file, [printText(num.of)]);
    case 'cell':
      return call(`${num.sheet.file}.${num.column.name}`, [printNum(num.row)]);
    case 'called':
      return called(num);
    default:
      return unreachable(num);
  }
}

export function printText(text: Text): string {
  switch (text.kind) {
    case 'text':
      return JSON.stringify(text.value);
    case 'text-slot':
      return printSlot(text.slot);
    case 'word':
      return call('word', [printNum(text.of)]);
    case 'choice':
    case 'dated':
    case 'table':
    case 'element':
      return cases(text, printText);
    case 'cell-text':
      return call(`${text.sheet.file}.${text.column.name}`, [printNum(text.row)]);
    case 'piece':
      return `#${text.row}`;
    case 'called':
      return called(text);
    default:
      return unreachable(text);
  }
}

export function printTruth(truth: Truth): string {
  switch (truth.kind) {
    case 'known':
      return ['no', 'yes', 'untold'][truth.value] ?? '';
    case 'flag':
      return printSlot(truth.slot);
    case 'compare':
      return `${printNum(truth.left)} ${truth.operator} ${printNum(truth.right)}`;
    case 'divided': {
      const { by, above, below } = truth;
      const turned = above === below ? [] : [printTruth(below)];
      return call('over', [printNum(by), printTruth(above), ...turned]);
    }
    case 'unless-zero':
      return call('unless-zero', [printNum(truth.divisor), printTruth(truth.of)]);
    case 'one-of':
      return `${printNum(truth.of)} in [${truth.words.join(', ')}]`;
    case 'same-text':
      return `${printText(truth.left)} = ${printText(truth.right)}`;
    case 'text-test':
      return call(truth.test, [printText(truth.of), printText(truth.part)]);
    case 'all':
      return `(${truth.parts.map(printTruth).join(' and ')})`;
    case 'any':
      return `(${truth.parts.map(printTruth).join(' or ')})`;
    case 'not':
      return call('not', [printTruth(truth.of)]);
    case 'same-truth':
      return `(${printTruth(truth.left)} = ${printTruth(truth.right)})`;
    case 'choice':
    case 'dated':
    case 'table':
    case 'element':
      return cases(truth, printTruth);
    case 'some':
    case 'every':
      return over(truth.kind, truth.list, printTruth(truth.holds));
    case 'sorted':
      return over(truth.kind, truth.list, printAny(truth.of));
    case 'present':
      return call('present', [printNum(truth.of)]);
    case 'outcome':
      return call('outcome', [truth.rule]);
    case 'called':
      return called(truth);
    default:
      return unreachable(truth);
  }
}

function printAny(value: NumOrText): string {
  return value.as === 'number' ? printNum(value.of) : printText(value.of);
}

/** `contract.amount`, `#3.signedAt:moment`: of a row, its number first; of what is no number, how it is read. */
export function printSlot({ row, path, as }: Slot): string {
  const name = path.join('.');
  const place = row === 0 ? name : name === '' ? `#${row}` : `#${row}.${name}`;
  return as === 'number' ? place : `${place}:${as}`;
}

export function printList(list: List): string {
  const { element, where } = list;
  const of =
    list.kind === 'rows'
      ? `${list.row === 0 ? '' : `#${list.row}.`}${list.path.join('.')}`
      : call('split', [printText(list.of), printText(list.by)]);
  const kept = where.map((truth) => `[${printTruth(truth)}]`).join('');
  return `#${element} in ${of}${kept}`;
}

function over(what: string, list: List, of: string): string {
  return `${what}(${printList(list)}: ${of})`;
}

function call(name: string, args: readonly string[]): string {
  return `${name}(${args.join(', ')})`;
}

function cases<T>(of: PickOf<T>, print: (of: T) => string): string {
  switch (of.kind) {
    case 'choice':
      return `if(${printTruth(of.condition)}, ${print(of.yes)}, ${print(of.no)})`;
    case 'dated': {
      const on = `${of.day ? printNum(of.day) : 'no day'}${of.sole ? ' or none' : ''}`;
      const editions = of.editions.map(({ from, until, is }) => `${from}..${until} ${print(is)}`);
      return `on(${on}: ${editions.join('; ')})`;
    }
    case 'table': {
      const rows = of.rows.map(({ matches, gives }) => `${printTruth(matches)} -> ${print(gives)}`);
      return `${of.first ? 'first' : 'table'}(${rows.join('; ')})`;
    }
    case 'element':
      return over(`element ${of.position}`, of.list, print(of.of));
    default:
      return unreachable(of);
  }
}

function called({ builtin, args }: CalledOf): string {
  return call(
    builtin,
    args.map((arg) => (arg ? printArgument(arg) : '')),
  );
}

export function printArgument(arg: Argument): string {
  switch (arg.kind) {
    case 'number': {
      const scaled = arg.scale > 0 ? `${printNum(arg.of)}e-${arg.scale}` : printNum(arg.of);
      return arg.over ? `${scaled} / ${printNum(arg.over)}` : scaled;
    }
    case 'day':
      return printNum(arg.of);
    case 'text':
      return printText(arg.of);
    case 'numbers':
      return `[${arg.items.map(printNum).join(', ')}]e-${arg.scale}`;
    case 'numbers-of':
      return `${over('each', arg.list, printNum(arg.of))}e-${arg.scale}`;
    case 'texts':
      return `[${arg.items.map(printText).join(', ')}]`;
    case 'texts-of':
      return over('each', arg.list, printText(arg.of));
    default:
      return unreachable(arg);
  }
}
