import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    isolate: false,
    testTimeout: 120_000,
    // every core: what takes long are laws over the whole rulebook, which wait for nothing
    maxWorkers: '100%',
  },
});
