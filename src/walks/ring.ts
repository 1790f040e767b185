import { inLanguage, type Language, sayIn, textsIn } from '../base/language.ts';
import { drawnRing, type RingBox, ringStages } from '../manual/chart/ring.ts';
import type { Program } from '../program/ast.ts';
import { aboutJson } from '../report/about.ts';
import { maskedBy } from '../report/personal.ts';
import type { LackingJson, RingReport, StandingJson, TaskJson } from '../report/json-format.ts';
import { roundsOf } from '../ring/rounds.ts';
import { standingsOf } from '../ring/standing.ts';
import { type Task, tasksOf } from '../ring/tasks.ts';
import type { Walked } from '../ring/walk.ts';
import { languagesOf } from '../rulebook/ast.ts';
import type { Words } from '../rulebook/files.ts';
import { ringWords } from '../words/ring.ts';
import { titlesOf } from './titles.ts';
import type { Picture, Section, Sections } from './sections.ts';

/** What a ring is told of. */
export interface RingSetting {
  readonly today: string;
  readonly digest: string;
  readonly unread: number;
  readonly unmasked: boolean;
  /** The one customer to tell of, by number. */
  readonly customer: string | undefined;
}

/** Files with a picture of their own, at most; of more there is one for all. */
const mostPictures = 6;

/** Tasks by urgency: what is late first, what is done last. */
const urgency = ['late', 'open', 'cannot-tell', 'blocked', 'done'] as const;

/** The tasks, rounds and standings of files, as data. */
export function ringReport(
  program: Program,
  files: readonly Walked[],
  { today, digest, unread, unmasked, customer }: RingSetting,
): RingReport {
  const { id, version } = program.rulebook.manifest.data;
  const languages = languagesOf(program.rulebook.manifest.data);
  const texts = (words: Words) => textsIn(languages, (language) => inLanguage(words, language));
  const all = roundsOf(program, files, today);
  const customers = all.customers.filter(
    (one) => customer === undefined || one.customer === customer,
  );
  const own = new Set(customers.flatMap(({ rounds }) => rounds.map(({ file }) => file)));
  const isOwn = (file: string) => customer === undefined || own.has(file);
  const names = new Map(
    files.map((file) => {
      const told = aboutJson(file.dossier, file.subject, program, unmasked);
      return [file.id, told.customer ?? null] as const;
    }),
  );
  const by = [...program.rounds.values(), ...program.occasions].map((one) => one.by)[0];
  const shown = (text: string) => maskedBy(text, by?.customer.core, unmasked);
  const tasks = tasksOf(program, files, today)
    .filter(({ file }) => isOwn(file))
    .map(taskJson)
    .toSorted(inUrgency);
  const count = (state: TaskJson['state']) => tasks.filter((task) => task.state === state).length;
  const rounds = customers.flatMap((one) => one.rounds);
  return {
    format: 1,
    rulebook: { id, version, digest },
    today,
    masked: !unmasked,
    summary: {
      files: customer === undefined ? files.length : own.size,
      unread,
      tasks: {
        open: count('open'),
        late: count('late'),
        done: count('done'),
        blocked: count('blocked'),
        'cannot-tell': count('cannot-tell'),
      },
      customers: customers.length,
      rounds: rounds.length,
      closed: customers.reduce((sum, { closed }) => sum + closed, 0),
    },
    tasks,
    customers: customers.map(({ customer: number, closed, rounds: theirs, openLeads }) => ({
      customer: shown(number),
      closed,
      rounds: theirs.map((round) => ({
        round: round.number ?? null,
        file: round.file,
        began: round.began ?? null,
        lead: round.lead ?? null,
        cameFrom: round.cameFrom ?? null,
        problem: round.problem ?? null,
        lacking: round.lacking,
      })),
      openLeads,
    })),
    unplaced: customer === undefined ? all.unplaced : [],
    standings: standingsOf(program, files)
      .filter(({ file }) => isOwn(file))
      .map((one) => ({
        file: one.file,
        stage: one.stage ?? null,
        step: one.step ?? null,
        event: one.event ?? null,
        sentBack: one.isSentBack,
        been: one.been,
        lacking: one.lacking,
        outOfOrder: one.outOfOrder,
      })),
  };

  function taskJson(task: Task): TaskJson {
    const { data } = task.occasion.entry;
    return {
      occasion: task.occasion.name,
      title: texts(data.title),
      state: task.state,
      due: task.due ?? null,
      post: data.post,
      officers: task.officers.map((one) => maskedBy(one, task.occasion.by.officer.core, unmasked)),
      customers: task.customers.map((one) =>
        maskedBy(one, task.occasion.by.customer.core, unmasked),
      ),
      name: names.get(task.file) ?? null,
      branch: task.branch ?? null,
      file: task.file,
      element: task.element ?? null,
      why: task.why.map(texts),
      lacking: task.lacking,
      says: data.says ? texts(data.says) : null,
    };
  }
}

function inUrgency(a: TaskJson, b: TaskJson): number {
  return (
    urgency.indexOf(a.state) - urgency.indexOf(b.state) ||
    compared(a.due ?? '9999', b.due ?? '9999') ||
    compared(a.file, b.file)
  );
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The same for people. */
export function ringSections(report: RingReport, program: Program, language: Language): Sections {
  const words = sayIn(ringWords, language);
  const titles = titlesOf(program, language);
  const { columns } = words;
  const { summary, today } = report;
  return {
    title: words.title(today),
    notes: [words.totals(summary.files, summary.customers, summary.rounds, summary.closed)],
    day: today,
    sections: [tasks(), rounds(), standings()],
  };

  function tasks(): Section {
    return {
      title: words.tasks,
      notes: [
        ...(program.occasions.length === 0 ? [words.noOccasions] : []),
        words.taskTotals(summary.tasks),
      ],
      columns: [
        columns.state,
        columns.due,
        columns.occasion,
        columns.post,
        columns.officer,
        columns.customer,
        columns.file,
        columns.why,
      ],
      rows: report.tasks.map((task) => [
        words.state[task.state],
        task.due ?? '',
        inLanguage(task.title, language),
        titles.post(task.post),
        task.officers.join(titles.comma),
        [...task.customers, ...(task.name === null ? [] : [task.name])].join(' '),
        task.element === null ? task.file : `${task.file} ${words.element(task.element)}`,
        [
          ...task.why.map((why) => inLanguage(why, language)),
          ...lacks(task.lacking, task.file),
        ].join(titles.semicolon),
      ]),
      empty: words.noTasks,
      pictures: [],
    };
  }

  function rounds(): Section {
    const many = report.customers.filter((one) => one.rounds.length > 1);
    // who came again comes first: of many customers not all are shown
    const ordered = report.customers.toSorted(
      (a, b) => b.closed - a.closed || b.rounds.length - a.rounds.length,
    );
    return {
      title: words.rounds,
      notes: [
        words.roundsTotals(summary.rounds, summary.closed, many.length),
        ...(report.unplaced.length > 0 ? [words.unplaced(report.unplaced.length)] : []),
      ],
      columns: [
        columns.customer,
        columns.round,
        columns.file,
        columns.began,
        columns.from,
        columns.note,
      ],
      rows: ordered.flatMap(({ customer, rounds: own, openLeads }) =>
        own.map((round) => [
          customer,
          round.round === null ? words.untoldOrder : String(round.round),
          round.file,
          round.began ?? '',
          round.cameFrom === null
            ? words.cameByItself
            : words.cameFrom(round.cameFrom, round.lead ?? ''),
          [
            ...(round.problem === null ? [] : [words.problem[round.problem]]),
            ...openLeads.flatMap(({ file, lead }) =>
              file === round.file ? [words.openLead(lead)] : [],
            ),
            ...lacks(round.lacking, round.file),
          ].join(titles.semicolon),
        ]),
      ),
      empty: words.noRounds,
      pictures: [],
    };
  }

  function standings(): Section {
    const noted = report.standings.map((one) => ({ one, notes: notesOf(one) }));
    const ordered = noted.toSorted((a, b) => Math.sign(b.notes.length) - Math.sign(a.notes.length));
    return {
      title: words.standings,
      notes: [words.standingsNote],
      columns: [columns.file, columns.stands, columns.event, columns.been, columns.note],
      rows: ordered.map(({ one, notes }) => [
        one.file,
        one.step === null
          ? words.noEvents
          : `${titles.stage(one.stage)} / ${titles.step(one.step)}`,
        one.event === null
          ? ''
          : `${titles.event(one.event.type)} ${one.event.day} ${one.event.event}`,
        String(one.been.length),
        notes.join(titles.semicolon),
      ]),
      empty: words.noEvents,
      pictures: pictures(),
    };
  }

  function notesOf({ sentBack, lacking, outOfOrder, step, file }: StandingJson): readonly string[] {
    return [
      ...(sentBack ? [words.sentBack] : []),
      ...(lacking.length > 0
        ? [...(step === null ? [] : [words.untimed]), ...lacks(lacking, file)]
        : []),
      ...(outOfOrder.length > 0 ? [words.outOfOrder(outOfOrder.join(titles.comma))] : []),
    ];
  }

  function lacks(places: readonly LackingJson[], own: string): readonly string[] {
    if (places.length === 0) return [];
    const shown = places.slice(0, 3).map(({ file, pointer }) => {
      const path = pointer.startsWith('/') ? pointer.slice(1).replaceAll('/', '.') : pointer;
      return file === own ? path : `${file} ${path}`;
    });
    return [words.lacks(`${shown.join(titles.comma)}${places.length > 3 ? ' …' : ''}`)];
  }

  function pictures(): readonly Picture[] {
    const { stages } = program.rulebook.manifest.data;
    const around = stages.filter(({ beside }) => beside !== true);
    if (around.length < ringStages.least || around.length > ringStages.most) return [];
    const placed = report.standings.filter(({ stage }) => stage !== null);
    const isClosed = program.rulebook.manifest.data.ring === true;
    if (placed.length === 0) return [];
    if (placed.length > mostPictures) {
      const counts = Map.groupBy(placed, ({ stage }) => stage);
      const boxes = around.map(({ stage, title }): RingBox => {
        const lines = [words.filesHere(counts.get(stage)?.length ?? 0)];
        return { title: inLanguage(title, language), lines };
      });
      const svg = drawnRing({ title: words.ringOfAll, stages: boxes, beside: [], isClosed });
      const told = boxes.map(({ title, lines }) => [title, ...lines].join(' '));
      return [{ title: words.ringOfAll, svg, words: told }];
    }
    return placed.map((one) => {
      const been = new Set(one.been.flatMap((step) => titles.stageOf(step) ?? []));
      const boxes = around.map(({ stage, title }): RingBox => {
        const isHere = stage === one.stage;
        const lines = isHere
          ? [`● ${titles.step(one.step)}`, one.event?.day ?? '']
          : been.has(stage)
            ? [words.been]
            : [];
        return { title: inLanguage(title, language), lines, isHere };
      });
      const title = words.ringOf(one.file);
      const svg = drawnRing({ title, stages: boxes, beside: [], isClosed });
      const here = boxes.filter(({ isHere }) => isHere);
      return { title, svg, words: here.map((box) => [box.title, ...box.lines].join(' ')) };
    });
  }
}
