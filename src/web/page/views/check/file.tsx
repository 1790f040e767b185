import { useState } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import type { FileTold } from '../../../../desk/explain.ts';
import type { HeadTold } from '../../../../desk/work.ts';
import { findingsIn } from '../../../../report/findings.ts';
import type { DiagnosticJson, OutcomeJson, WantingJson } from '../../../../report/json-format.ts';
import { orderOf } from '../../../../report/record.ts';
import { checkWords } from '../../../../words/desk/check.ts';
import { ruleAddress } from '../../../read-address.ts';
import { amountSaid } from '../../amount.ts';
import { useAnswer } from '../../answer.ts';
import { address, desk, language, text } from '../../state.ts';
import { round } from '../../work.ts';
import { AllRules } from './all-rules.tsx';
import { OutcomeCard } from './card.tsx';
import { StandingMark } from './marks.tsx';
import { ProblemList } from './problems.tsx';
import { listOnly } from '../checklist/state.ts';
import { aboutTitle, type Terms, titled } from './state.ts';

/** All that came of one file. */
export function FileView({ place, head }: { readonly place: number; readonly head: HeadTold }) {
  const words = sayIn(checkWords, language.value).file;
  const { value: told, isWaiting } = useAnswer(
    () => desk.value?.check.file(place),
    [round.value, place],
  );
  return (
    <>
      {head.files > 1 && (
        <nav class="row" aria-label={words.files}>
          <a class="button" href={address('check', 'files')}>
            {words.back}
          </a>
          {place > 0 && (
            <a class="button" href={address('check', 'file', String(place - 1))}>
              {words.previous}
            </a>
          )}
          {place + 1 < head.files && (
            <a class="button" href={address('check', 'file', String(place + 1))}>
              {words.next}
            </a>
          )}
        </nav>
      )}
      {told ? <FileContent told={told} terms={head} /> : !isWaiting && <p>{words.none}</p>}
    </>
  );
}

function FileContent({ told, terms }: { readonly told: FileTold; readonly terms: Terms }) {
  const words = sayIn(checkWords, language.value);
  const { place, record } = told;
  const {
    id,
    file,
    record: at,
    digest,
    subject,
    about = {},
    verdict,
    part,
    outside,
    scope,
  } = record;
  const findings = findingsIn(record);
  const of = (status: OutcomeJson['status']) =>
    record.outcomes.filter((one) => one.status === status);
  const standing = outside ? 'outside' : (verdict ?? 'unread');
  const abouts = [
    about.product && aboutTitle(subject, 'product', about.product),
    about.branch && aboutTitle(subject, 'branch', about.branch),
    about.amount && amountSaid(about.amount),
    about.customer,
    about.day,
  ].filter((one) => one !== undefined && one !== '');
  return (
    <>
      <h2 class="verdict">
        <StandingMark standing={standing} /> {id ?? file}
      </h2>
      {abouts.length > 0 && <p>{abouts.join(' · ')}</p>}
      <p class="soft">
        {words.standingSays[standing]}
        {part && part !== 'whole' && ` ${words.part[part]}`}
      </p>
      <p class="soft name">
        {file}
        {at && ` ${words.recordOf(at.number, at.line)}`}
        {digest !== null && (
          <>
            {' · '}
            {words.file.digest} <code>{digest.slice(7, 19)}</code>
          </>
        )}
        {scope &&
          ` · ${words.file.scope(scope.data, scope.manual, scope.uncaptured, scope.outOfScope)}`}
      </p>
      <Problems found={record.diagnostics} />
      {verdict !== null && (
        <section>
          <h2>
            {words.file.findings} <span class="soft count">{findings.length}</span>
          </h2>
          {findings.length === 0 && (
            <p>{scope?.data === 0 ? words.nothingJudged : words.noFindings}</p>
          )}
          <FindingCards told={told} terms={terms} />
        </section>
      )}
      <Untold told={told} terms={terms} outcomes={of('cannot-tell')} />
      {of('waived').length > 0 && (
        <section>
          <h2>{words.file.waived}</h2>
          {of('waived').map((one) => (
            <OutcomeCard key={one.finding} place={place} outcome={one} terms={terms} />
          ))}
        </section>
      )}
      <Waiting told={told} terms={terms} />
      {record.heldBack && (
        <section>
          <h2>{words.file.heldBack}</h2>
          <ul>
            {record.heldBack.map(({ stage, by, rules }) => (
              <li key={stage}>
                {words.file.heldBackSays(
                  titled(terms.stages[stage], stage),
                  titled(terms.stages[by], by),
                  rules,
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {verdict !== null && <AllRules key={place} place={place} terms={terms} />}
    </>
  );
}

function FindingCards({ told, terms }: { readonly told: FileTold; readonly terms: Terms }) {
  const words = sayIn(checkWords, language.value).file;
  const { place, record } = told;
  const [isByProcess, setByProcess] = useState(false);
  const order = orderOf(told.rules);
  const findings = findingsIn(record);
  const sorted = isByProcess
    ? findings.toSorted(
        (a, b) => (order.get(a.outcome.rule) ?? 0) - (order.get(b.outcome.rule) ?? 0),
      )
    : findings;
  return (
    <>
      {findings.length > 1 && (
        <label class="row">
          {words.order}
          <select
            value={isByProcess ? 'process' : 'severity'}
            onChange={({ currentTarget }) => setByProcess(currentTarget.value === 'process')}
          >
            <option value="severity">{words.bySeverity}</option>
            <option value="process">{words.byProcess}</option>
          </select>
        </label>
      )}
      {sorted.map(({ outcome, gates }) => (
        <OutcomeCard
          key={outcome.finding}
          place={place}
          outcome={outcome}
          gates={gates}
          terms={terms}
        />
      ))}
    </>
  );
}

/** What is wrong with the file itself. */
function Problems({ found }: { readonly found: readonly DiagnosticJson[] }) {
  if (found.length === 0) return null;
  return (
    <section>
      <h2>{sayIn(checkWords, language.value).file.problems}</h2>
      <ProblemList found={found} />
    </section>
  );
}

/** What cannot be told: first the fields that are wanted, then the rules that want them. */
function Untold({
  told,
  terms,
  outcomes,
}: {
  readonly told: FileTold;
  readonly terms: Terms;
  readonly outcomes: readonly OutcomeJson[];
}) {
  const words = sayIn(checkWords, language.value).file;
  if (outcomes.length === 0) return null;
  const { place, record } = told;
  return (
    <section>
      <h2>
        {words.untold} <span class="soft count">{outcomes.length}</span>
      </h2>
      <p class="soft">{words.untoldSays}</p>
      <Wanting wanting={record.wanting} terms={terms} />
      <details>
        <summary>{words.untoldRules(outcomes.length)}</summary>
        {outcomes.map((one) => (
          <OutcomeCard key={one.finding} place={place} outcome={one} terms={terms} />
        ))}
      </details>
    </section>
  );
}

/** Each missing field once, with the rules that wait for it: the most wanted first. */
function Wanting({
  wanting,
  terms,
}: {
  readonly wanting: readonly WantingJson[];
  readonly terms: Terms;
}) {
  const words = sayIn(checkWords, language.value).file;
  if (wanting.length === 0) return null;
  const columns = words.wantingColumns;
  return (
    <div class="scroll">
      <table>
        <caption>{words.wanting}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.why}</th>
            <th scope="col">{columns.rules}</th>
          </tr>
        </thead>
        <tbody>
          {wanting.map(({ field, title, says, rules }) => (
            <tr key={field}>
              <th scope="row">
                {titled(title, field)} <FieldPlace field={field} />
              </th>
              <td>{text(says)}</td>
              <td>
                <details>
                  <summary>{words.rules(rules.length)}</summary>
                  <RuleList rules={rules} terms={terms} />
                </details>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A place as a file has it; of files judged together, whose it is. */
function FieldPlace({ field }: Pick<WantingJson, 'field'>) {
  const { id, inner } = /^dossiers\[(?<id>[^\]]+)\]\.?(?<inner>.*)$/u.exec(field)?.groups ?? {};
  if (id === undefined) return <code class="soft">{field}</code>;
  return (
    <span class="soft">
      {sayIn(checkWords, language.value).file.ofOther(id)} {inner !== '' && <code>{inner}</code>}
    </span>
  );
}

function RuleList({ rules, terms }: { readonly rules: readonly string[]; readonly terms: Terms }) {
  return (
    <ul class="plain">
      {rules.map((rule) => (
        <li key={rule}>
          <a href={ruleAddress(rule)}>
            <code>{rule}</code>
          </a>{' '}
          {titled(terms.rules[rule]?.title, '')}
        </li>
      ))}
    </ul>
  );
}

function Waiting({ told, terms }: { readonly told: FileTold; readonly terms: Terms }) {
  const words = sayIn(checkWords, language.value).file;
  const { waiting } = told.record;
  if (waiting.length === 0) return null;
  return (
    <section>
      <h2>
        {words.waiting} <span class="soft count">{waiting.length}</span>
      </h2>
      <p>{words.waitingSays(waiting.length)}</p>
      <p>
        <a class="button" href={address('checklist')} onClick={() => listOnly(told.record.id)}>
          {words.toChecklist}
        </a>
      </p>
      <details>
        <summary>{words.waitingList}</summary>
        <RuleList rules={waiting} terms={terms} />
      </details>
    </section>
  );
}
