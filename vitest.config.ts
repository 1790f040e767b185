import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    isolate: false,
    testTimeout: 120_000,
    // nothing of a test is read from, or left in, the home of who runs it
    env: { SHOUZE_CACHE: 'off' },
    // every core: what takes long are laws over the whole rulebook, which wait for nothing
    maxWorkers: '100%',
  },
});
