'use server';

import { defineAction } from '@/lib/action/define-action';
import { anularVenta } from './anular';
import { configurarBalanza } from './configurar-balanza';
import { editarPagoVenta } from './editar-pago';
import { mandarRecibo } from './mandar-recibo';

/** `anularVenta` for the back office's form. */
export const anularVentaAction = defineAction(anularVenta);

/** `editarPagoVenta` for the back office's form. */
export const editarPagoVentaAction = defineAction(editarPagoVenta);

/** `mandarRecibo` for the back office. */
export const mandarReciboAction = defineAction(mandarRecibo);

/** `configurarBalanza` for its page. */
export const configurarBalanzaAction = defineAction(configurarBalanza);
