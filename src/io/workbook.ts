import { FileFault } from '../base/bytes.ts';
import { workbookOf, type WorkbookRead } from '../xlsx/workbook.ts';
import { fileBytesAt } from './file-bytes.ts';
import { nodePlatform } from './platform.ts';

/** The tables of an XLSX file by its path, or the one of a CSV file in UTF-8. */
export async function readWorkbook(path: string): Promise<WorkbookRead> {
  try {
    return await workbookOf(fileBytesAt(path), nodePlatform);
  } catch (error) {
    if (error instanceof FileFault) return { problem: error.problem };
    throw error;
  }
}
