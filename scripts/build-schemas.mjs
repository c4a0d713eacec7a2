// Writes the files of schema/ from the schemas that the program itself validates with.
// Run it after `npm run build`; a test holds the files to be up to date.
import { writeFileSync } from "node:fs";
import { configJsonSchema } from "../dist/config/json-schema.js";
import { profileJsonSchema } from "../dist/intake/profiles/json-schema.js";
import { standardJsonSchema } from "../dist/standard/json-schema.js";

const schemas = {
  config: configJsonSchema(),
  profile: profileJsonSchema(),
  standard: standardJsonSchema(),
};

for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(new URL(`../schema/${name}.json`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
