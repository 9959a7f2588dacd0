import { monitorEventLoopDelay } from 'node:perf_hooks';
import { processWide } from '@/lib/process-wide';
import { metrica } from './texto';

/** Watched from the first reading on: a process that nobody reads pays nothing. */
const vigilada = () =>
  processWide('demora', () => {
    const demora = monitorEventLoopDelay({ resolution: 20 });
    demora.enable();
    return demora;
  });

/** How this process is: since when it runs, its memory, and how late its event loop was since the last reading. */
export function metricasDelProceso(): string {
  const demora = vigilada();
  const segundos = (nanos: number) => (Number.isFinite(nanos) && demora.count > 0 ? nanos / 1e9 : 0);
  const { rss, heapUsed } = process.memoryUsage();
  const texto = [
    metrica('kantuta_proceso_segundos', 'gauge', 'Seconds since the process started', [{ valor: process.uptime() }]),
    metrica('kantuta_proceso_rss_bytes', 'gauge', 'Resident memory', [{ valor: rss }]),
    metrica('kantuta_proceso_heap_bytes', 'gauge', 'JavaScript memory in use', [{ valor: heapUsed }]),
    metrica('kantuta_proceso_demora_segundos', 'gauge', 'Delay of the event loop since the last reading', [
      { etiquetas: { cuantil: '0.5' }, valor: segundos(demora.percentile(50)) },
      { etiquetas: { cuantil: '0.99' }, valor: segundos(demora.percentile(99)) },
      { etiquetas: { cuantil: '1' }, valor: segundos(demora.max) },
    ]),
  ].join('');
  demora.reset();
  return texto;
}
