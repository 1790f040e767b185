import { versionOn, type VersionOn } from '../../desk/version.ts';
import { openedDesk } from './open.ts';

export const versionService = {
  /** @param today - as ISO text */
  on: async (today: string): Promise<VersionOn> => versionOn(openedDesk(), today),
};
