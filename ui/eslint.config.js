// The rules for the screens and for the end-to-end run. Type-aware, so that a forgotten promise is found here.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const ui = dirname(fileURLToPath(import.meta.url));
const roomsFolder = join(ui, 'src/rooms');

const tauri = {
  group: ['@tauri-apps/*'],
  message: 'Tauri is known to ui/src/backend only; ask the Backend instead.',
};

/** One block for each room: it may not reach into the screens of another. */
function roomWalls() {
  const rooms = readdirSync(roomsFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return rooms.map(({ name }) => {
    const others = rooms.filter((room) => room.name !== name).map((room) => room.name);
    const walls = {
      regex: `(^(\\.\\./)+|rooms/)(${others.join('|')})(/|$)`,
      message: 'A room never imports from another room: share through ui/src/components or ui/src/data.',
    };
    return {
      files: [`ui/src/rooms/${name}/**/*.{ts,tsx}`],
      rules: { 'no-restricted-imports': ['error', { patterns: others.length === 0 ? [tauri] : [tauri, walls] }] },
    };
  });
}

export default defineConfig([
  { ignores: ['**/dist/**', '**/node_modules/**', 'tests/e2e/out/**', 'ui/src/backend/bindings.ts'] },
  {
    files: ['ui/src/**/*.{ts,tsx}', 'ui/vite.config.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: [join(ui, 'tsconfig.json')], tsconfigRootDir: ui } },
    plugins: { 'react-hooks': reactHooks },
    rules: {
      // Two of the plug-in's rules; the others prepare for React Compiler, which is not used here, and take a `ref`
      // passed in properties for a ref that is read.
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Numbers in a sentence are what most sentences here are about.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `onClick={() => close()}` reads better than a block around it.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ['ui/src/**/*.{ts,tsx}'],
    ignores: ['ui/src/backend/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [tauri] }] },
  },
  ...roomWalls(),
  {
    files: ['ui/src/**/*.tsx'],
    ignores: ['**/*.test.tsx'],
    rules: { 'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }] },
  },
  {
    files: ['ui/src/**/*.test.{ts,tsx}', 'tests/e2e/**/*.mjs'],
    rules: { 'max-lines': ['error', 800] },
  },
  {
    files: ['ui/src/**/*.test.{ts,tsx}', 'ui/src/testing/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['tests/e2e/**/*.mjs'],
    rules: { eqeqeq: 'error', 'no-var': 'error', 'prefer-const': 'error', 'no-unused-vars': 'error' },
  },
]);
