/** A digest of all that the engine of a checkout is made of: its sources, its schemas and what it depends on. */
export function stampOf(root) {
  const { createHash } = process.getBuiltinModule('node:crypto');
  const { readdirSync, readFileSync } = process.getBuiltinModule('node:fs');
  const hash = createHash('sha256');
  add('package.json');
  // which of each package it is, whoever installed it when
  add('package-lock.json');
  addAll('schemas');
  addAll('src');
  return hash.digest('hex');

  function addAll(folder) {
    const entries = readdirSync(root + folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) addAll(path);
      else add(path);
    }
  }

  function add(path) {
    const bytes = readFileSync(root + path);
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
}
