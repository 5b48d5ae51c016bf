import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Nothing is timed here: a test that hangs should end, and one on a busy machine should not.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/seed.ts', 'test/scene.ts'],
    environment: 'node',
    // Without it Vitest reads every style sheet as empty, and pages would be looked at without their style.
    css: { include: [/\.css\?raw$/] },
    maxWorkers: 2,
  },
})
