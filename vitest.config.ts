import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Nothing is timed here: a test that hangs should end, and one on a busy machine should not.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // Where everything runs at once a window may come late. What fails there is tried once more, and `test/scene.ts` says
    // so; where somebody works on a test, it fails at once.
    retry: process.env['CI'] ? 1 : 0,
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/seed.ts', 'test/scene.ts'],
    environment: 'node',
    // Without it Vitest reads every style sheet as empty, and pages would be looked at without their style.
    css: { include: [/\.css\?raw$/] },
    maxWorkers: 2,
  },
})
