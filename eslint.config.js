import css from '@eslint/css';
import js from '@eslint/js';
import globals from 'globals';

const page = 'src/actormap/map/page';
const pages = 'src/actormap/output/projects/templates';
const tests = 'tests/map/page';

export default [
  { ignores: ['**/*', '!src/**', '!tests/', '!tests/map/', `!${tests}/`, `!${tests}/*.js`, '!eslint.config.js'] },
  {
    files: [`${page}/**/*.js`, `${pages}/*.js`, `${tests}/*.js`, 'eslint.config.js'],
    ...js.configs.recommended,
    languageOptions: { sourceType: 'module', globals: globals.browser },
    rules: {
      ...js.configs.recommended.rules,
      complexity: ['error', 18],
      curly: ['error', 'multi-line'],
      eqeqeq: 'error',
      'max-lines': ['error', 300],
      'no-eval': 'error',
      'no-implicit-globals': 'error',
      'no-shadow': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
    },
  },
  {
    files: [`${page}/styles/*.css`, `${pages}/*.css`],
    plugins: { css },
    language: 'css/css',
    ...css.configs.recommended,
    rules: {
      ...css.configs.recommended.rules,
      'css/no-important': 'off', // one, which keeps hidden things hidden whatever their display
      'css/no-invalid-properties': ['error', { allowUnknownVariables: true }], // they are all in styles/base.css
      'css/use-baseline': ['error', { available: 'newly', allowProperties: ['accent-color'] }], // older browsers show their own colour
    },
  },
];
