import type { Table, TableRow } from '../base/table.ts';
import { trimmed } from '../base/trimmed.ts';
import { TableFault, tableProblem } from '../tables/problem.ts';
import { newTold } from '../tables/told.ts';

/** The package that Parquet takes, which few need. */
export const parquetPackage = 'hyparquet@1.33.0';

/** What is used of hyparquet, which reads Parquet and is installed by those who need it. */
interface Hyparquet {
  readonly asyncBufferFromFile: (path: string) => Promise<unknown>;
  readonly parquetMetadataAsync: (file: unknown) => Promise<Metadata>;
  readonly parquetRead: (options: {
    readonly file: unknown;
    readonly metadata: Metadata;
    readonly rowStart: number;
    readonly rowEnd: number;
    readonly rowFormat: 'array';
    readonly onComplete: (rows: readonly (readonly unknown[])[]) => void;
  }) => Promise<void>;
  readonly parquetSchema: (metadata: Metadata) => {
    readonly children: readonly { readonly element: Element }[];
  };
}

interface Metadata {
  readonly num_rows: bigint;
}

interface Element {
  readonly name: string;
  readonly converted_type?: string;
  readonly logical_type?: { readonly type: string; readonly isAdjustedToUTC?: boolean };
}

/** Rows that are read at a time. */
const rowsAtOnce = 20_000;

/**
 * The table of a Parquet file: its columns are named in row 1, its rows stand below.
 *
 * @throws TableFault where hyparquet is not installed, or the file is damaged
 */
export async function parquetTable(path: string): Promise<Table> {
  const parquet = await hyparquet();
  const problem = (why: 'missing' | 'damaged') =>
    tableProblem('table/parquet', path, { path, why, install: parquetPackage });
  if (!parquet) throw new TableFault(problem('missing'));
  const { asyncBufferFromFile, parquetMetadataAsync, parquetRead, parquetSchema } = parquet;
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file).catch(() => {
    throw new TableFault(problem('damaged'));
  });
  const columns = parquetSchema(metadata).children.map(({ element }) => element);
  const told = newTold();
  return { name: path, problems: told.problems, rows: { [Symbol.asyncIterator]: rows } };

  async function* rows(): AsyncGenerator<readonly TableRow[]> {
    told.forget();
    yield [{ number: 1, cells: columns.map(({ name }) => name) }];
    const count = Number(metadata.num_rows);
    for (let from = 0; from < count; from += rowsAtOnce) {
      const some = await read(from, Math.min(count, from + rowsAtOnce));
      if (!some) {
        told.tell(problem('damaged'));
        return;
      }
      yield some.map((values, index) => ({
        number: from + index + 2,
        cells: values.map((value, column) => cellOf(value, columns[column])),
      }));
    }
  }

  async function read(rowStart: number, rowEnd: number) {
    let found: readonly (readonly unknown[])[] | undefined;
    const onComplete = (some: readonly (readonly unknown[])[]) => {
      found = some;
    };
    const options = { file, metadata, rowStart, rowEnd, rowFormat: 'array', onComplete } as const;
    try {
      await parquetRead(options);
    } catch {
      return undefined;
    }
    return found;
  }
}

/** Its name is no literal: nothing asks for it where it is not installed. */
async function hyparquet(): Promise<Hyparquet | undefined> {
  const name = 'hyparquet';
  try {
    return (await import(name)) as Hyparquet;
  } catch {
    return undefined;
  }
}

function cellOf(value: unknown, column: Element | undefined): string {
  if (value === undefined || value === null) return '';
  if (value instanceof Date) return timeOf(value, column);
  switch (typeof value) {
    case 'string':
      return trimmed(value);
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      // a record or a list, which no column of a mapping is for
      return JSON.stringify(value, (_, inner: unknown) =>
        typeof inner === 'bigint' ? String(inner) : inner,
      );
  }
}

/** A day, or a moment: with its zone where the file says that it is one, else as the clock of its writer showed it. */
function timeOf(value: Date, column: Element | undefined): string {
  if (Number.isNaN(value.getTime())) return '';
  const iso = value.toISOString();
  if (column?.converted_type === 'DATE' || column?.logical_type?.type === 'DATE')
    return iso.slice(0, '2026-11-25'.length);
  const clock = iso.slice(0, '2026-11-25T09:30:00'.length);
  return column?.logical_type?.isAdjustedToUTC === true ? `${clock}Z` : clock;
}
