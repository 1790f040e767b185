import { sayIn } from '../../../../base/language.ts';
import type { FileOrder } from '../../../../desk/files.ts';
import type { Standing } from '../../../../desk/selection.ts';
import type { HeadTold } from '../../../../desk/work.ts';
import type { GlanceKey } from '../../../../report/json-format.ts';
import { checkWords } from '../../../../words/desk/check.ts';
import { address, language } from '../../state.ts';
import {
  aboutTitle,
  fileOrder,
  from,
  listing,
  listings,
  select,
  selection,
  severityTitle,
  titled,
} from './state.ts';

const standings: readonly Standing[] = ['fail', 'cannot-tell', 'pass', 'unread', 'outside'];
const orders: readonly FileOrder[] = ['gravest', 'given', 'name', 'amount'];

/** In which form, and which of them, files and findings are listed. */
export function Filter({ head }: { readonly head: HeadTold }) {
  const words = sayIn(checkWords, language.value);
  const { filter, standing: standingWords } = words;
  const { standing, within = {}, text: sought = '' } = selection.value;
  const severities = head.summary.glance.rates.flatMap(({ severity }) =>
    severity === 'all' ? [] : [severity],
  );
  const others = Object.entries(within).filter(([kind]) => kind !== 'severity');
  const isFiltered = standing !== undefined || sought !== '' || Object.keys(within).length > 0;
  const setWithin = (kind: GlanceKey, key: string | null | undefined) => {
    const { [kind]: _, ...rest } = within;
    select({ within: key === undefined ? rest : { ...rest, [kind]: key } });
  };
  return (
    <div class="filter">
      <nav class="tabs" aria-label={words.listing.label}>
        {listings.map((one) => (
          <a
            key={one}
            href={address('check', one)}
            aria-current={listing.value === one ? 'page' : undefined}
            onClick={() => {
              from.value = 0;
            }}
          >
            {words.listing[one]}
          </a>
        ))}
      </nav>
      <form
        class="row"
        role="search"
        aria-label={filter.label}
        onSubmit={(event) => event.preventDefault()}
      >
        <label class="wide">
          <span class="hidden">{filter.text}</span>
          <input
            type="search"
            placeholder={filter.text}
            value={sought}
            onInput={({ currentTarget }) => select({ text: currentTarget.value })}
          />
        </label>
        <label>
          {filter.standing}
          <select
            value={standing ?? ''}
            onChange={({ currentTarget: { value } }) =>
              select({ standing: value === '' ? undefined : (value as Standing) })
            }
          >
            <option value="">{filter.all}</option>
            {standings.map((one) => (
              <option key={one} value={one}>
                {standingWords[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {filter.severity}
          <select
            value={within.severity ?? ''}
            onChange={({ currentTarget: { value } }) =>
              setWithin('severity', value === '' ? undefined : value)
            }
          >
            <option value="">{filter.all}</option>
            {severities.map((one) => (
              <option key={one} value={one}>
                {severityTitle(one, head)}
              </option>
            ))}
          </select>
        </label>
        {listing.value === 'files' && (
          <label>
            {filter.order}
            <select
              value={fileOrder.value}
              onChange={({ currentTarget: { value } }) => {
                fileOrder.value = value as FileOrder;
                from.value = 0;
              }}
            >
              {orders.map((one) => (
                <option key={one} value={one}>
                  {filter.orders[one]}
                </option>
              ))}
            </select>
          </label>
        )}
        {others.map(([kind, key]) => (
          <button
            key={kind}
            type="button"
            class="chip"
            aria-label={`${filter.only(groupTitle(kind as GlanceKey, key, head))} ${filter.lift}`}
            onClick={() => setWithin(kind as GlanceKey, undefined)}
          >
            {filter.only(groupTitle(kind as GlanceKey, key, head))}
            <span aria-hidden="true"> ×</span>
          </button>
        ))}
        {isFiltered && (
          <button
            type="button"
            onClick={() => select({ standing: undefined, within: {}, text: '' })}
          >
            {filter.clear}
          </button>
        )}
      </form>
    </div>
  );
}

/** What a group of the overview is called. */
function groupTitle(kind: GlanceKey, key: string | null, head: HeadTold): string {
  if (key === null) return '—';
  switch (kind) {
    case 'severity':
      return severityTitle(key, head);
    case 'stage':
      return titled(head.stages[key], key);
    case 'rule':
      return `${key} ${titled(head.rules[key]?.title, '')}`.trim();
    case 'post':
      return titled(head.posts[key], key);
    case 'branch':
    case 'product': {
      const [kindOfFile] = Object.keys(head.about).filter(
        (one) => head.about[one]?.[kind]?.codes?.[key],
      );
      return aboutTitle(kindOfFile ?? null, kind, key);
    }
    default:
      return key;
  }
}
