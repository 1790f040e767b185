import type { EditionPlan, PlannedRule, RowList } from '../../plan/plan.ts';
import { partsOfRule } from '../../plan/walk.ts';
import { verdicts } from '../frame.ts';
import * as js from './syntax.ts';
import type { Js } from './syntax.ts';
import {
  type Body,
  condition,
  held,
  isSteady,
  isUnknown,
  loop,
  placed,
  range,
  type Writing,
} from './writing.ts';

const [fail, pass, doubtful, none, waived, waiting, slow] = [
  verdicts.fail,
  verdicts.pass,
  verdicts['cannot-tell'],
  verdicts['not-applicable'],
  verdicts.waived,
  verdicts.waiting,
  verdicts.slow,
].map(js.number) as [Js, Js, Js, Js, Js, Js, Js];

const frame = js.name('frame');

/** The statements that judge the rule at a place: its verdict, its edition and its day go where they are read. */
export function ruleJs(
  rule: PlannedRule,
  place: number,
  body: Body,
  write: Writing,
): readonly js.Statement[] {
  const told = js.at(js.name('o'), js.number(place));
  if (rule.each?.kind === 'pieces')
    return [js.run(js.set(told, js.call('rule', js.number(place))))];
  const verdict = suited(
    rule,
    body,
    write,
    rule.each
      ? listed(rule, body, write, eachOf(rule)({ ...rule, each: rule.each }, place, body, write))
      : editionsJs(rule, place, true, body, write),
  );
  if (partsOfRule(rule).every(isSteady)) return [js.run(js.set(told, verdict))];
  const beyond = js.member(frame, 'beyond');
  return [
    js.run(js.set(beyond, js.name('false'))),
    js.run(js.set(told, verdict)),
    js.when(beyond, [js.run(js.set(told, slow))]),
  ];
}

/** Only where there is a record that may have the list. */
function listed({ noList }: PlannedRule, body: Body, write: Writing, verdict: Js): Js {
  return noList
    ? js.either(js.is(write.truth(noList, body), js.number(1)), none, verdict)
    : verdict;
}

/** Only for the products that a rule is for. */
function suited({ product }: PlannedRule, body: Body, write: Writing, verdict: Js): Js {
  if (!product) return verdict;
  const own = held(write.truth(product, body), body);
  return js.either(
    js.is(own.set, js.number(0)),
    none,
    js.either(isUnknown(own.is), doubtful, verdict),
  );
}

/** What the edition in force says. */
function editionsJs(
  rule: PlannedRule,
  place: number,
  /** The edition and its day are told. */
  isTold: boolean,
  body: Body,
  write: Writing,
): Js {
  const { editions } = rule;
  const days = new Map(
    [...new Set(editions.map(({ day }) => day))].map((day) => [
      day,
      held(write.num(day, body), body),
    ]),
  );
  const undated = write.delegated({ kind: 'undated', of: place }, body);
  const dayOf = ({ day }: EditionPlan) => days.get(day)?.is ?? js.NaNJs;
  const picked = [...editions.entries()].reduceRight<Js>(
    (rest, [index, edition]) => {
      const day = dayOf(edition);
      const inForce = js.binary(
        '&&',
        js.binary('>=', day, js.number(edition.from)),
        js.binary('<=', day, js.number(edition.until)),
      );
      const verdict = editionJs(edition, body, write);
      const told = [
        js.set(js.at(js.name('q'), js.number(place)), js.number(index)),
        js.set(js.at(js.name('y'), js.number(place)), day),
      ];
      return js.either(inForce, isTold ? js.sequence(...told, verdict) : verdict, rest);
    },
    outsideJs(rule, dayOf, undated),
  );
  return [...days.values()].reduceRight<Js>(
    (rest, day) => js.either(js.isNot(day.set, day.is), undated, rest),
    picked,
  );
}

/** What it comes to that no edition is in force, which the rule may say the reason of. */
function outsideJs(
  { editions, isNew, hasEnded }: PlannedRule,
  dayOf: (edition: EditionPlan) => Js,
  undated: Js,
): Js {
  const [first, ...more] = editions;
  if (!first) return none;
  const all = (is: (edition: EditionPlan) => Js) =>
    more.reduce((so, edition) => js.binary('&&', so, is(edition)), is(first));
  const before = all((edition) => js.binary('<', dayOf(edition), js.number(edition.from)));
  const after = all((edition) => js.binary('>', dayOf(edition), js.number(edition.until)));
  const otherwise = hasEnded ? js.either(after, none, undated) : undated;
  return isNew ? js.either(before, none, otherwise) : otherwise;
}

function editionJs(edition: EditionPlan, body: Body, write: Writing): Js {
  const { when, require } = edition;
  const verdict = require ? requiredJs(edition, write.truth(require, body), body, write) : waiting;
  if (!when) return verdict;
  const applies = held(write.truth(when, body), body);
  return js.either(
    js.is(applies.set, js.number(0)),
    none,
    js.either(isUnknown(applies.is), doubtful, verdict),
  );
}

function requiredJs(
  { byHand, ifAbsent, waived: covers }: EditionPlan,
  holds: Js,
  body: Body,
  write: Writing,
): Js {
  if (!byHand && !ifAbsent && !covers) return holds;
  const own = held(holds, body);
  const unmet = covers ? unmetJs(held(write.truth(covers, body), body)) : fail;
  return js.either(
    js.is(own.set, js.number(0)),
    unmet,
    js.either(js.is(own.is, js.number(1)), byHand ? waiting : pass, ifAbsent ? slow : doubtful),
  );
}

/** Why it cannot be told whether a waiver covers a fail is for the evaluator to tell. */
function unmetJs(covered: ReturnType<typeof held>): Js {
  return js.either(
    js.is(covered.set, js.number(1)),
    waived,
    js.either(isUnknown(covered.is), slow, fail),
  );
}

/** A rule on the elements of a list of the file. */
type EachRule = PlannedRule & { readonly each: RowList };

function eachOf({ isOfRows }: PlannedRule) {
  return isOfRows ? rowsJs : eachJs;
}

/**
 * A function that judges the rows of a register from one position to another, `p` and `q`, and counts in `r`; what is
 * too large for doubles is left open.
 */
function rowsJs(rule: EachRule, place: number, body: Body, write: Writing): Js {
  const { each } = rule;
  const [v, r, p, q, l] = ['v', 'r', 'p', 'q', 'l0'].map(js.name) as [Js, Js, Js, Js, Js];
  const { presence } = write.layouts.ofRow(each.element).itself;
  const beyond = js.member(frame, 'beyond');
  const isBeyond = js.when(beyond, [
    js.run(js.set(v, slow)),
    js.run(js.set(beyond, js.name('false'))),
  ]);
  const counted = (name: string) => js.run(js.raise(js.member(r, name), js.number(1)));
  const named = write.named(body, ['p', 'q', 'r'], (own) => [
    ...range(each, own, write, [p, q], (inside) => {
      const judged = editionsJs(rule, place, false, inside, write);
      const isThere =
        presence === undefined
          ? undefined
          : js.is(placed('n', each.element, presence, inside), js.number(1));
      const worst = js.member(r, 'worst');
      return [
        js.variable('v', isThere ? js.either(isThere, judged, doubtful) : judged),
        ...(partsOfRule(rule).every(isSteady) ? [] : [isBeyond]),
        js.when(
          js.is(v, pass),
          [counted('pass')],
          [
            js.when(
              js.is(v, none),
              [counted('notApplicable')],
              [
                js.run(js.call('r.open.push', js.name('i0'))),
                js.run(js.set(worst, js.call('worse', worst, v))),
              ],
            ),
          ],
        ),
      ];
    }),
    js.give(l),
  ]);
  return js.call('putOff', js.number(place), named);
}

/** The worst of what the elements get. */
function eachJs(rule: EachRule, place: number, body: Body, write: Writing): Js {
  const { each } = rule;
  const [w, v, c] = ['w', 'v', 'c'].map(js.name) as [Js, Js, Js];
  const { presence } = write.layouts.ofRow(each.element).itself;
  return write.lifted(each, body, (own) => [
    js.variable('w', none),
    ...loop(each, own, write, js.give(doubtful), (inside) => {
      const kept = condition(each, inside, write);
      const judged = editionsJs(rule, place, false, inside, write);
      const known =
        presence === undefined
          ? judged
          : js.either(
              js.is(placed('n', each.element, presence, inside), js.number(1)),
              judged,
              doubtful,
            );
      const isDoubtful = js.binary('&&', isUnknown(c), js.isNot(v, none));
      return [
        ...(kept ? [js.constant('c', kept), js.when(js.is(c, js.number(0)), [js.next])] : []),
        js.variable('v', known),
        ...(kept ? [js.when(isDoubtful, [js.run(js.set(v, doubtful))])] : []),
        js.run(js.set(w, js.call('worse', w, v))),
      ];
    }),
    js.give(w),
  ]);
}
