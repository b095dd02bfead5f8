import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root,
  // Relative, so that the same files load under tauri://localhost and http://tauri.localhost.
  base: './',
  plugins: [react()],
  clearScreen: false,
  server: { port: 1420, strictPort: true, host: '127.0.0.1' },
  build: {
    outDir: fileURLToPath(new URL('./dist', import.meta.url)),
    emptyOutDir: true,
    // The oldest web views in use: the last WebView2 for old Windows, WebKitGTK of Ubuntu 22.04.
    target: ['chrome109', 'safari15.4'],
    // The policy of the window knows no data: scripts or styles; small files stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    // What the first screen needs comes as one file: each file more is a way through the window's own protocol.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } },
  },
  test: {
    root,
    environment: 'happy-dom',
    // All cores: one less than there are would be a single one on a PC with two.
    maxWorkers: '100%',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['./src/testing/setup.ts'],
    css: false,
    // A screen worked by keyboard takes a few seconds where other programs use the processor too.
    testTimeout: 20_000,
    restoreMocks: true,
  },
});
