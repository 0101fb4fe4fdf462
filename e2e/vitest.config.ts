import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['e2e/src/**/*.e2e.ts'],
    globalSetup: 'e2e/src/setup.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false, // two cores, one browser, one server
  },
})
