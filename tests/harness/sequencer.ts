import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, longest first: begun at the end, one would keep the rest waiting. */
const LARGOS = [
  'tests/contract/entrada-mala.test.ts',
  'tests/scripts/respaldo.test.ts',
  'tests/seguridad/textos.test.ts',
  'tests/contract/puerta.test.ts',
  'tests/contract/reglas.test.ts',
  'tests/contract/respuestas.test.ts',
  'tests/correo/trabajador.test.ts',
  'tests/seed/demo.test.ts',
  'tests/property/operaciones.test.ts',
  'tests/scripts/embedded.test.ts',
];

/** The usual order, but for the longest files. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const lugar = ({ moduleId }: TestSpecification) => {
      const cual = LARGOS.findIndex((largo) => moduleId.endsWith(largo));
      return cual < 0 ? LARGOS.length : cual;
    };
    return (await super.sort(files)).sort((a, b) => lugar(a) - lugar(b));
  }
}
