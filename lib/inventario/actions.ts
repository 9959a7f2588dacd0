'use server';

import { defineAction } from '@/lib/action/define-action';
import { abrirConteo } from './abrir-conteo';
import { atenderAlertaStock } from './alertas';
import { anularDocumento } from './anular-documento';
import { aplicarConteo } from './aplicar-conteo';
import { cancelarConteo } from './cancelar-conteo';
import { cancelarTransferencia } from './cancelar-transferencia';
import { contarProducto } from './contar';
import { enviarTransferencia } from './enviar-transferencia';
import { recibirTransferencia } from './recibir-transferencia';
import { registrarEntrada } from './registrar-entrada';
import { registrarSalida } from './registrar-salida';
import { solicitarTransferencia } from './solicitar-transferencia';

/** `registrarEntrada` for the back office's form. */
export const registrarEntradaAction = defineAction(registrarEntrada);

/** `registrarSalida` for the back office's form. */
export const registrarSalidaAction = defineAction(registrarSalida);

/** `anularDocumento` for the page of a document. */
export const anularDocumentoAction = defineAction(anularDocumento);

/** `abrirConteo` for the back office's dialog. */
export const abrirConteoAction = defineAction(abrirConteo);

/** `contarProducto` for the screen of a count. */
export const contarProductoAction = defineAction(contarProducto);

/** `aplicarConteo` for the review of a count. */
export const aplicarConteoAction = defineAction(aplicarConteo);

/** `cancelarConteo` for the screen of a count. */
export const cancelarConteoAction = defineAction(cancelarConteo);

/** `solicitarTransferencia` for the back office's form. */
export const solicitarTransferenciaAction = defineAction(solicitarTransferencia);

/** `enviarTransferencia` for the screen of a transfer. */
export const enviarTransferenciaAction = defineAction(enviarTransferencia);

/** `recibirTransferencia` for the screen of a transfer. */
export const recibirTransferenciaAction = defineAction(recibirTransferencia);

/** `cancelarTransferencia` for the screen of a transfer. */
export const cancelarTransferenciaAction = defineAction(cancelarTransferencia);

/** `atenderAlertaStock` for the list of alerts. */
export const atenderAlertaStockAction = defineAction(atenderAlertaStock);
