import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    include: ['test/**/*.test.ts'],
    environment: 'node',
    // Without it Vitest reads every style sheet as empty, and pages would be looked at without their style.
    css: { include: [/\.css\?raw$/] },
    maxWorkers: 2,
  },
})
