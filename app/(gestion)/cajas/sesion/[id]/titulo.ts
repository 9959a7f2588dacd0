import { fraseCierre } from '@/lib/caja/rules';
import type { CierreDto } from '@/lib/caja/schemas-cierre';
import { centavosDeJson } from '@/lib/money';

/** The heading of a close: the drawer and the accounts that came apart. */
export function tituloDe({ sesion, externas }: Pick<CierreDto, 'sesion' | 'externas'>): string {
  const centavos = (bolivianos: number | null) => (bolivianos === null ? null : centavosDeJson(bolivianos));
  return fraseCierre(
    centavos(sesion.diferencia) ?? 0,
    externas.map((e) => ({ nombre: e.nombre, diferencia: centavos(e.diferencia_nueva) })),
  );
}
