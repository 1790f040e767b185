import { type Language, sayIn } from '../base/language.ts';
import type { People } from '../check/people.ts';
import { clashesOf, dutiesOf } from '../handover/duties.ts';
import {
  type Handled,
  handledFiles,
  type HandOver,
  type TimedAct,
} from '../handover/hand-overs.ts';
import { longestOf, type Spread, waitsBy, type WaitsBy } from '../handover/waits.ts';
import type { Program } from '../program/ast.ts';
import type {
  HandActJson,
  HandOverJson,
  HandOversReport,
  SpreadJson,
  WaitsJson,
} from '../report/json-format.ts';
import { maskedBy } from '../report/scorecard.ts';
import { handOverWords } from '../words/hand-overs.ts';
import type { Section, Sections } from './sections.ts';
import { titlesOf } from './titles.ts';

/** What hand-overs are told of. */
export interface HandOversSetting {
  readonly by: WaitsBy;
  /** Days on which a file was taken over, inclusive, ISO. */
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly digest: string;
  readonly unread: number;
  readonly unmasked: boolean;
  /** The register of staff, and the day on which posts are asked of it. */
  readonly staff: { readonly people: People; readonly day: string } | undefined;
}

/** The longest waits that are told one by one. */
const mostLongest = 20;

/** Hand-overs, waits, duties and clashes, as data. */
export function handOversReport(
  program: Program,
  files: readonly Handled[],
  { by, from, until, digest, unread, unmasked, staff }: HandOversSetting,
): HandOversReport {
  const { id, version } = program.rulebook.manifest.data;
  const handled = handledFiles(program, files);
  const [gathered] = [...program.rounds.values(), ...program.measures];
  const isWithin = (day: string) =>
    (from === undefined || from <= day) && (until === undefined || day <= until);
  const handOvers = handled
    .flatMap((file) => file.handOvers)
    .filter(({ to }) => isWithin(to.at.day));
  const untold = handled.flatMap((file) => file.untold);
  const branches = [...new Set(handled.flatMap(({ branch }) => branch ?? []))].toSorted();
  const acting = handled.map((file) => ({
    ...file,
    acts: file.acts.filter(({ at }) => isWithin(at.day)),
  }));
  return {
    format: 1,
    rulebook: { id, version, digest },
    by,
    from: from ?? null,
    until: until ?? null,
    masked: !unmasked,
    summary: {
      files: handled.length,
      unread,
      handOvers: handOvers.length,
      returns: handOvers.filter(({ isReturn }) => isReturn).length,
      untold: untold.length,
    },
    waits: waitsBy(by, handOvers).map(({ key, count, returns, workingDays, hours }): WaitsJson => ({
      key: key.map((one) => one ?? null),
      count,
      returns,
      workingDays: spreadJson(workingDays),
      hours: spreadJson(hours),
    })),
    longest: longestOf(handOvers, mostLongest).map(handOverJson),
    untold: untold.map(({ file, event, lacking }) => ({ file, event: event ?? null, lacking })),
    outOfOrder: handled
      .filter(({ outOfOrder }) => outOfOrder.length > 0)
      .map(({ id: file, outOfOrder: events }) => ({ file, events })),
    clashes: clashesOf(program, acting).map((one) =>
      one.scope === 'customer'
        ? { ...one, of: maskedBy(one.of, gathered?.by.customer.core, unmasked) }
        : one,
    ),
    duties: staff ? dutiesOf(program, staff.people, staff.day, branches) : null,
  };
}

function spreadJson({ known, unknown, total, median, ninth, longest }: Spread): SpreadJson {
  return {
    known,
    unknown,
    total: total ?? null,
    median: median ?? null,
    ninth: ninth ?? null,
    longest: longest ?? null,
  };
}

function handOverJson(one: HandOver): HandOverJson {
  return {
    file: one.file,
    branch: one.branch ?? null,
    isReturn: one.isReturn,
    workingDays: one.workingDays ?? null,
    hours: one.hours ?? null,
    from: actJson(one.from),
    to: actJson(one.to),
  };
}

function actJson({ event, type, at, post, actor }: TimedAct): HandActJson {
  return { event, type: type ?? null, day: at.day, post: post ?? null, actor: actor ?? null };
}

/** The same for people; the waits first. */
export function handOverSections(
  report: HandOversReport,
  program: Program,
  language: Language,
): Sections {
  const words = sayIn(handOverWords, language);
  const titles = titlesOf(program, language);
  const { columns } = words;
  const { summary, duties, from, until } = report;
  const figure = (value: number | null) => (value === null ? words.unknown : String(value));
  return {
    title: words.title,
    notes: [
      words.totals(summary.files, summary.handOvers, summary.returns, summary.untold),
      ...(from === null && until === null
        ? []
        : [words.period(from ?? undefined, until ?? undefined)]),
      ...(report.outOfOrder.length > 0
        ? [words.outOfOrder(report.outOfOrder.map(({ file }) => file).join(titles.comma))]
        : []),
    ],
    day: duties?.day ?? until ?? '2000-01-01',
    sections: [waits(), longest(), clashes(), ...vacancies(), untold()],
  };

  function waits(): Section {
    const { by } = report;
    const key = by === 'post' ? columns.key : columns[by];
    return {
      title: words.waits(by),
      notes: [words.waitsNote],
      columns: [
        key,
        columns.count,
        columns.returns,
        columns.total,
        columns.median,
        columns.ninth,
        columns.longest,
        columns.hoursMedian,
        columns.hoursNinth,
        columns.unknown,
      ],
      rows: report.waits.map(({ key: own, count, returns, workingDays, hours }) => [
        by === 'post'
          ? own.map((post) => titles.post(post)).join(' → ')
          : own.map((one) => one ?? words.unknown).join(' '),
        String(count),
        String(returns),
        figure(workingDays.total),
        figure(workingDays.median),
        figure(workingDays.ninth),
        figure(workingDays.longest),
        figure(hours.median),
        figure(hours.ninth),
        String(workingDays.unknown),
      ]),
      empty: words.none,
      pictures: [],
    };
  }

  function longest(): Section {
    return {
      title: words.longest,
      notes: [],
      columns: [
        columns.file,
        columns.workingDays,
        columns.hours,
        columns.from,
        columns.to,
        columns.events,
        columns.branch,
      ],
      rows: report.longest.map((one) => [
        one.file,
        figure(one.workingDays),
        figure(one.hours),
        told(one.from),
        told(one.to),
        `${one.from.event} → ${one.to.event}${one.isReturn ? ` (${words.afterReturn})` : ''}`,
        one.branch ?? '',
      ]),
      empty: words.none,
      pictures: [],
    };
  }

  function told({ type, day, post, actor }: HandActJson): string {
    return [titles.post(post), actor ?? '?', type === null ? '' : titles.event(type), day].join(
      ' ',
    );
  }

  function clashes(): Section {
    const acts = (own: HandOversReport['clashes'][number]['acts'][number] = []) =>
      [
        ...own.slice(0, 5).map(({ file, event, day }) => `${file} ${event} ${day}`),
        ...(own.length > 5 ? [`… +${own.length - 5}`] : []),
      ].join(titles.semicolon);
    return {
      title: words.clashes,
      notes: [],
      columns: [
        columns.person,
        columns.month,
        columns.posts,
        columns.scope,
        columns.first,
        columns.second,
      ],
      rows: report.clashes.map(({ actor, month, posts, scope, of, acts: [first, second] }) => [
        actor,
        month,
        posts.map((post) => titles.post(post)).join(' × '),
        `${words.clashScope[scope]} ${of}`,
        acts(first),
        acts(second),
      ]),
      empty: words.none,
      pictures: [],
    };
  }

  function vacancies(): readonly Section[] {
    if (!duties)
      return [
        {
          title: words.doubled,
          notes: [],
          columns: [],
          rows: [],
          empty: words.noStaff,
          pictures: [],
        },
      ];
    return [
      {
        title: words.vacancies(duties.day),
        notes: [],
        columns: [columns.post, columns.state, columns.steps],
        rows: duties.vacancies.map(({ post, state, steps, branches }) => [
          titles.post(post),
          words.vacancy(state, branches.join(titles.comma)),
          steps.map((step) => titles.step(step)).join(titles.comma),
        ]),
        empty: words.none,
        pictures: [],
      },
      {
        title: words.doubled,
        notes: duties.unclear.length > 0 ? [words.unclear(duties.unclear.join(titles.comma))] : [],
        columns: [columns.person, columns.posts, columns.period],
        rows: duties.doubled.map(({ person, posts, from: since, until: to }) => [
          person,
          posts.map((post) => titles.post(post)).join(' × '),
          `${since} – ${to ?? words.goesOn}`,
        ]),
        empty: words.none,
        pictures: [],
      },
    ];
  }

  function untold(): Section {
    return {
      title: words.untold,
      notes: [],
      columns: [columns.file, columns.event, columns.lacking],
      rows: report.untold.map(({ file, event, lacking }) => [
        file,
        event ?? '',
        lacking.join(titles.comma),
      ]),
      empty: words.none,
      pictures: [],
    };
  }
}
