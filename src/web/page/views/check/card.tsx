import type { ComponentChildren } from 'preact';

import { sayIn } from '../../../../base/language.ts';
import type { OutcomeJson, PlaceJson, SeenJson } from '../../../../report/json-format.ts';
import { ruleOf } from '../../../../report/weight.ts';
import { checkWords } from '../../../../words/desk/check.ts';
import { isOfProcess, ruleAddress } from '../../../read-address.ts';
import { language, text } from '../../state.ts';
import { Clauses } from './clauses.tsx';
import { Badges, StatusMark } from './marks.tsx';
import { cellSaid } from './problems.tsx';
import { looked, type Terms, titled } from './state.ts';

interface Told {
  /** Of its file, among all that were judged. */
  readonly place: number;
  readonly outcome: OutcomeJson;
  readonly terms: Terms;
}

/** A finding, or any outcome, with all that explains it: what was seen, where, by which clause, and what to do. */
export function OutcomeCard({
  gates = [],
  ...told
}: Told & {
  /** Steps that went ahead in spite of it. */
  readonly gates?: readonly OutcomeJson[];
}) {
  const { outcome, terms } = told;
  const words = sayIn(checkWords, language.value).card;
  return (
    <article class={`card ${outcome.status}`}>
      <h3>
        <RuleName outcome={outcome} /> {outcomeTitle(outcome, terms)}
      </h3>
      <p class="badges">
        <StatusMark status={outcome.status} /> <Badges outcome={outcome} terms={terms} />
      </p>
      <p class="message">{text(outcome.message)}</p>
      <dl>
        <Facts {...told} gates={gates} />
      </dl>
      <Seen {...told} />
      {outcome.because.length > 0 && (
        <details>
          <summary>{words.formulas}</summary>
          <ul>
            {outcome.because.map(({ expression, value, rounded }) => (
              <li key={expression}>
                <code>
                  {expression} = {value}
                </code>
                {rounded && <span class="soft"> {words.exactly}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p>
        <a href={ruleAddress(outcome.rule)}>{words.toRule}</a>
      </p>
    </article>
  );
}

/** The id of the rule, and of which element it speaks. */
export function RuleName({ outcome: { rule, element } }: Pick<Told, 'outcome'>) {
  return (
    <>
      {!isOfProcess(rule) && <code>{rule}</code>}
      {element !== null && <span class="soft"> [{element}]</span>}
    </>
  );
}

export function outcomeTitle({ title, rule }: OutcomeJson, terms: Terms): string {
  return titled(title ?? terms.rules[rule]?.title, rule);
}

function Fact({
  term,
  children,
}: {
  readonly term: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function List({ texts }: { readonly texts: readonly string[] }) {
  const [only] = texts;
  if (texts.length < 2) return <>{only}</>;
  return (
    <ul>
      {texts.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}

function Facts({
  outcome,
  terms,
  gates,
  place,
}: Told & { readonly gates: readonly OutcomeJson[] }) {
  const words = sayIn(checkWords, language.value).card;
  const rule = ruleOf(outcome, terms);
  const because = outcome.because.map((one) => text(one.text));
  const remedy = outcome.remedy ?? rule?.remedy;
  const steps = gates.map((gate) =>
    titled(terms.steps[terms.rules[gate.rule]?.step ?? ''], gate.rule),
  );
  const { requirement, inapplicable, origin, group, waiver, by, shortfall } = outcome;
  return (
    <>
      {requirement && <Fact term={words.requirement}>{text(requirement)}</Fact>}
      {inapplicable && <Fact term={words.inapplicable}>{text(inapplicable)}</Fact>}
      {because.length > 0 && (
        <Fact term={words.because}>
          <List texts={because} />
        </Fact>
      )}
      {outcome.missing.length > 0 && (
        <Fact term={words.missing}>
          <ul class="plain">
            {outcome.missing.map((path) => (
              <li key={path}>
                <Look place={place} outcome={outcome} title={path} asked={{ path }}>
                  <code>{path}</code>
                </Look>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {rule?.step && <Fact term={words.step}>{titled(terms.steps[rule.step], rule.step)}</Fact>}
      {rule && rule.posts.length > 0 && (
        <Fact term={words.post}>
          {rule.posts.map((post) => titled(terms.posts[post], post)).join(words.comma)}
        </Fact>
      )}
      {(outcome.edition !== null || outcome.asOf !== null) && (
        <Fact term={words.edition}>
          {[
            ...(outcome.edition === null ? [] : [words.editionFrom(outcome.edition)]),
            ...(outcome.asOf === null ? [] : [words.judgedOn(outcome.asOf)]),
          ].join(words.comma)}
        </Fact>
      )}
      {outcome.basis.length > 0 && (
        <Fact term={words.basis}>
          <Clauses cited={outcome.basis} terms={terms} />
        </Fact>
      )}
      {outcome.penalties && (
        <Fact term={words.penalties}>
          <Clauses cited={outcome.penalties} terms={terms} />
        </Fact>
      )}
      {origin && <Fact term={words.origin}>{text(origin)}</Fact>}
      {group && <Fact term={words.group}>{text(group.text)}</Fact>}
      {steps.length > 0 && (
        <Fact term={words.steps}>
          <List texts={steps} />
        </Fact>
      )}
      {outcome.at.path !== '' && (
        <Fact term={words.place}>
          <Place outcome={outcome} place={place} at={outcome.at} />
        </Fact>
      )}
      {outcome.related.length > 0 && (
        <Fact term={words.related}>
          <ul class="plain">
            {outcome.related.map((at) => (
              <li key={`${at.file} ${at.pointer}`}>
                <Place outcome={outcome} place={place} at={at} />
              </li>
            ))}
          </ul>
          {outcome.moreRelated !== undefined && words.morePlaces(outcome.moreRelated)}
        </Fact>
      )}
      {outcome.status === 'fail' && remedy && (
        <Fact term={words.remedy}>
          {`${titled(terms.remedies[remedy.when], remedy.when)}${words.colon}${text(remedy)}`}
        </Fact>
      )}
      {outcome.toPass.length > 0 && (
        <Fact term={words.toPass}>
          <List texts={outcome.toPass.map((one) => text(one.text))} />
          <p class="soft">{words.eachAlone}</p>
        </Fact>
      )}
      {shortfall && <Fact term={words.shortfall}>{text(shortfall)}</Fact>}
      {waiver && <Fact term={words.waiver}>{text(waiver.text)}</Fact>}
      {by && <Fact term={words.by}>{text(by.text)}</Fact>}
    </>
  );
}

/** `第 12 行`, `台账.xlsx!主表 第 5 行 K 列`; lines with the file, for files judged together. */
function placeSaid({ file, line, cell }: Pick<PlaceJson, 'file' | 'line' | 'cell'>): string {
  const words = sayIn(checkWords, language.value).card;
  if (cell) return cellSaid(cell);
  const where = words.line(line);
  return file === undefined ? where : `${file} ${where}`;
}

function Place({
  outcome,
  place,
  at,
}: Pick<Told, 'outcome' | 'place'> & { readonly at: PlaceJson }) {
  const title = titled(at.field?.title ?? at.title, at.path);
  const { pointer, file } = at;
  return (
    <Look
      place={place}
      outcome={outcome}
      title={title}
      asked={{ pointer, ...(file !== undefined && { file }) }}
    >
      {placeSaid(at)} {title}
    </Look>
  );
}

/** Opens what stands in the file beside the rule. */
function Look({
  place,
  outcome,
  title,
  asked,
  children,
}: Pick<Told, 'outcome' | 'place'> & {
  readonly title: string;
  readonly asked: NonNullable<typeof looked.value>['asked'];
  readonly children: ComponentChildren;
}) {
  const words = sayIn(checkWords, language.value).card;
  return (
    <button
      type="button"
      class="look"
      title={words.look(title)}
      onClick={() => {
        looked.value = { place, outcome, title, asked };
      }}
    >
      {children}
    </button>
  );
}

/** Every value that was read, and where it is written. */
function Seen({ outcome, place }: Told) {
  const { seen = [] } = outcome;
  if (seen.length === 0) return null;
  const words = sayIn(checkWords, language.value).card;
  const columns = words.seenColumns;
  return (
    <div class="scroll">
      <table class="seen">
        <caption>{words.seen}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.field}</th>
            <th scope="col">{columns.value}</th>
            <th scope="col">{columns.place}</th>
          </tr>
        </thead>
        <tbody>
          {seen.map((one) => (
            <tr key={`${one.file} ${one.path}`}>
              <th scope="row">{titled(one.title, one.path)}</th>
              <td>
                <SeenValue one={one} outcome={outcome} place={place} />
              </td>
              <td class="soft">
                {placeSaid(one)} {one.cell ? one.cell.heading : <code>{one.path}</code>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SeenValue({
  one,
  outcome,
  place,
}: Pick<Told, 'outcome' | 'place'> & { readonly one: SeenJson }) {
  const { path, file, title } = one;
  return (
    <Look
      place={place}
      outcome={outcome}
      title={titled(title, path)}
      asked={{ path, ...(file !== undefined && { file }) }}
    >
      {text(one.value)}
    </Look>
  );
}
