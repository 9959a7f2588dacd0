import { Chip } from '@/components/ui/chip';
import { nivelStock } from '@/lib/producto/rules';
import type { ProductoDto } from '@/lib/producto/schemas';
import { formatCantidad, milesimasDeJson } from '@/lib/quantity';
import { UNIDAD_EN_PALABRAS } from './unidades';

type ExistenciaProps = { producto: Pick<ProductoDto, 'stock_actual' | 'stock_minimo' | 'unidad'> };

/** What the branch has of a product, coloured when it is low or out; the words say it too. */
export function Existencia({ producto }: ExistenciaProps) {
  const nivel = nivelStock(producto.stock_actual, producto.stock_minimo);
  if (nivel === 'agotado') return <Chip tone="falta">agotado</Chip>;
  const cantidad = formatCantidad(milesimasDeJson(producto.stock_actual) ?? 0);
  const texto = `${cantidad} ${UNIDAD_EN_PALABRAS[producto.unidad].corta}`;
  if (nivel === 'bajo') return <Chip tone="aviso">quedan {texto}</Chip>;
  return <span className="num whitespace-nowrap">{texto}</span>;
}
