// The report engine sets type in static TTF weights: copied beside its templates, with their licence.
import { cpSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const from = join(here, "../../../../node_modules/@expo-google-fonts/source-sans-3");
const to = join(here, "../../overview/reports/typst/fonts");
const weights = ["400Regular", "400Regular_Italic", "600SemiBold", "700Bold"];

mkdirSync(to, { recursive: true });
for (const weight of weights) {
  cpSync(join(from, weight, `SourceSans3_${weight}.ttf`), join(to, `SourceSans3_${weight}.ttf`));
}
cpSync(join(from, "LICENSE_FONT"), join(to, "LICENSE"));
