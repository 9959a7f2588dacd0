import { useState } from 'react';
import type { ProductoDto } from '@/lib/producto/schemas';

/** A line being written: thousandths and centavos; `null` while it is not filled. */
export type LineaEnCurso = {
  producto: Pick<ProductoDto, 'id' | 'nombre' | 'unidad' | 'stock_actual' | 'costo_compra'>;
  cantidad: number | null;
  costo: number | null;
  vence: string;
};

/** The lines of a document that is being written: one a product, and each scan adds its units to its own. */
export function useLineas() {
  const [lineas, setLineas] = useState<LineaEnCurso[]>([]);
  const cambiar = (id: number, cambio: Partial<LineaEnCurso>) =>
    setLineas((todas) => todas.map((l) => (l.producto.id === id ? { ...l, ...cambio } : l)));
  function agregar(producto: ProductoDto, escaneado: number | null) {
    setLineas((todas) => {
      const suya = todas.find((l) => l.producto.id === producto.id);
      if (!suya) return [{ producto, cantidad: escaneado, costo: null, vence: '' }, ...todas];
      if (escaneado === null) return todas;
      return todas.map((l) => (l === suya ? { ...l, cantidad: (l.cantidad ?? 0) + escaneado } : l));
    });
  }
  const quitar = (id: number) => setLineas((todas) => todas.filter((l) => l.producto.id !== id));
  return { lineas, agregar, cambiar, quitar, vaciar: () => setLineas([]) };
}
