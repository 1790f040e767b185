import { sayIn } from '../../../../base/language.ts';
import type { KindFound } from '../../../../desk/kinds.ts';
import type { GateJson, GateRecordJson, GateRuleJson } from '../../../../report/gate.ts';
import { gateWords } from '../../../../words/desk/gate.ts';
import { givenKindWords, otherKindWords } from '../../../../words/desk/kinds.ts';
import { Quoted } from '../../parts/quoted.tsx';
import { isOfProcess, ruleAddress } from '../../../read-address.ts';
import type { GateAnswered } from '../../../worker/gate.ts';
import { language, text } from '../../state.ts';
import { Steps } from './steps.tsx';

/** By shape as well as by word and colour. */
const marks = { ready: '✓', stopped: '✕', wanting: '…' } as const;
/** As verdicts are coloured. */
const classes = { ready: 'pass', stopped: 'fail', wanting: 'cannot-tell' } as const;

/** What is answered of one file. */
export function Answer({
  record,
  told,
  isOpen,
}: {
  readonly record: GateRecordJson;
  readonly told: GateAnswered;
  readonly isOpen: boolean;
}) {
  const words = sayIn(gateWords, language.value);
  const { gate, id, file, diagnostics, steps } = record;
  const { gate: of } = told.report;
  const other = told.others[file];
  const says = gate
    ? words.answered(gate.answer, gate.waiting.length, gate.done !== undefined)
    : words.unread;
  return (
    <details class="gate-answer" open={isOpen}>
      <summary>
        <strong class={`gate-says ${gate ? classes[gate.answer] : 'fail'}`}>
          <span aria-hidden="true">{gate ? marks[gate.answer] : '?'}</span> {says}
        </strong>{' '}
        <span class="gate-file">
          {id ?? file} {id !== null && id !== file && <span class="soft">{file}</span>}
        </span>
      </summary>
      {other && (
        <p role="alert" class="live">
          {otherSaid(other)}
        </p>
      )}
      {diagnostics.length > 0 && !other && (
        <section role="alert">
          <h3>{words.fileWrong}</h3>
          <ul>
            {diagnostics.map((one) => (
              <li key={`${one.line}:${one.column} ${one.code}`}>
                <Quoted text={text(one.message)} />{' '}
                <span class="soft">{words.at(one.line, one.column)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {gate && (
        <>
          <p>{words.asks(text(of.asks.title), text(of.step.title), gate.answer, gate.done)}</p>
          <Rules title={words.stops} rules={gate.stops} told={told} />
          {gate.steps.length > 0 && (
            <section>
              <h3>{words.doFirst}</h3>
              <Steps steps={gate.steps} />
            </section>
          )}
          <Fetch gate={gate} told={told} />
          <Rules title={words.unclear} rules={gate.unclear} told={told} />
          <Rules title={words.heed} rules={gate.heed} told={told} />
          <ByHand gate={gate} told={told} />
        </>
      )}
      {steps.length > 0 && (
        <details open={steps.some(({ deadline }) => deadline?.late)}>
          <summary>{words.steps}</summary>
          <Steps steps={steps} />
        </details>
      )}
    </details>
  );
}

/** What a file is that is no dossier, and what to do with it. */
function otherSaid(found: KindFound): string {
  if ('other' in found) return sayIn(otherKindWords, language.value)[found.other];
  const words = sayIn(gateWords, language.value);
  if (found.kind === 'table') return words.isTable;
  return words.isOther(sayIn(givenKindWords, language.value)[found.kind]);
}

function Rules({
  title,
  rules,
  told,
}: {
  readonly title: string;
  readonly rules: readonly GateRuleJson[];
  readonly told: GateAnswered;
}) {
  const words = sayIn(gateWords, language.value);
  if (rules.length === 0) return null;
  const postsOf = (rule: string) => (told.rules[rule]?.posts ?? []).map(text);
  return (
    <section>
      <h3>{title}</h3>
      <ul class="gate-rules">
        {rules.map(({ rule, element, title: own, message, at, remedy, toPass }) => (
          <li key={`${rule} ${element ?? ''} ${at.path}`}>
            <p>
              <RuleLink id={rule} title={own} />
              {element !== null && words.element(element)}
            </p>
            <p>{text(message)}</p>
            {remedy && text(remedy) !== '' && (
              <p>
                <span class="soft">{words.remedy}</span> {text(remedy)}
              </p>
            )}
            <p>
              <span class="soft">{words.ask}</span> {words.from(postsOf(rule))}
            </p>
            {toPass.length > 0 && (
              <p>
                <span class="soft">{words.toPass}</span> {toPass.map(text).join(words.list)}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is to be supplied, a table for those whom to ask for it. */
function Fetch({
  gate: { fetch },
  told,
}: {
  readonly gate: GateJson;
  readonly told: GateAnswered;
}) {
  const words = sayIn(gateWords, language.value);
  const { columns } = words;
  if (fetch.length === 0) return null;
  return (
    <section>
      <h3>{words.fetch}</h3>
      {fetch.map(({ posts, fields }) => {
        const whom = words.from(posts.map(({ title }) => text(title)));
        return (
          <div key={whom} class="scroll">
            <table>
              <caption>{whom}</caption>
              <thead>
                <tr>
                  <th scope="col">{columns.what}</th>
                  <th scope="col">{columns.why}</th>
                  <th scope="col">{columns.where}</th>
                  <th scope="col">{columns.rules}</th>
                </tr>
              </thead>
              <tbody>
                {fields.map(({ field, title, says, rules }) => (
                  <tr key={field}>
                    <th scope="row">{text(title) || <code>{field}</code>}</th>
                    <td>{text(says)}</td>
                    <td>{text(told.recordedBy[field]) || words.noStep}</td>
                    <td>
                      <WantedBy rules={rules} told={told} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        );
      })}
    </section>
  );
}

/** Rules named behind a field that they want. */
const mostRules = 3;

function WantedBy({
  rules,
  told,
}: {
  readonly rules: readonly string[];
  readonly told: GateAnswered;
}) {
  const words = sayIn(gateWords, language.value);
  const others = rules.slice(mostRules);
  return (
    <ul class="plain">
      <RuleItems ids={rules.slice(0, mostRules)} told={told} />
      {others.length > 0 && (
        <li>
          <details>
            <summary>{words.others(others.length)}</summary>
            <ul class="plain">
              <RuleItems ids={others} told={told} />
            </ul>
          </details>
        </li>
      )}
    </ul>
  );
}

function ByHand({
  gate: { waiting },
  told,
}: {
  readonly gate: GateJson;
  readonly told: GateAnswered;
}) {
  const words = sayIn(gateWords, language.value);
  if (waiting.length === 0) return null;
  return (
    <section>
      <h3>
        {words.lookAt}
        <span class="soft"> {waiting.length}</span>
      </h3>
      <p class="soft">{words.lookAtSays}</p>
      <ul class="plain gate-by-hand">
        <RuleItems ids={waiting} told={told} />
      </ul>
    </section>
  );
}

function RuleItems({
  ids,
  told,
}: {
  readonly ids: readonly string[];
  readonly told: GateAnswered;
}) {
  return (
    <>
      {ids.map((id) => (
        <li key={id}>
          <RuleLink id={id} title={told.rules[id]?.title} />
        </li>
      ))}
    </>
  );
}

/** A rule by its number and title, to be read in the manual. */
function RuleLink({
  id,
  title,
}: {
  readonly id: string;
  readonly title: Parameters<typeof text>[0];
}) {
  return (
    <a href={ruleAddress(id)}>
      {isOfProcess(id) ? '' : `${id} `}
      {text(title)}
    </a>
  );
}
