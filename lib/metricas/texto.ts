/** One value of a metric; `sufijo` for the parts of a histogram. */
export type Muestra = { valor: number; etiquetas?: Readonly<Record<string, string | number>>; sufijo?: string };

const escapar = (valor: string | number) =>
  String(valor).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

/** One metric in the text format of Prometheus 0.0.4, with its line feed. */
export function metrica(
  nombre: string,
  tipo: 'counter' | 'gauge' | 'histogram',
  ayuda: string,
  muestras: readonly Muestra[],
): string {
  const lineas = muestras.map(({ valor, etiquetas = {}, sufijo = '' }) => {
    const pares = Object.entries(etiquetas).map(([clave, v]) => `${clave}="${escapar(v)}"`);
    return `${nombre}${sufijo}${pares.length > 0 ? `{${pares.join(',')}}` : ''} ${valor}`;
  });
  return [`# HELP ${nombre} ${ayuda}`, `# TYPE ${nombre} ${tipo}`, ...lineas, ''].join('\n');
}
