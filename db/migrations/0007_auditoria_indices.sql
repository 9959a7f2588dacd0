DROP INDEX "auditoria_fecha";--> statement-breakpoint
DROP INDEX "alerta_sucursal";--> statement-breakpoint
CREATE INDEX "auditoria_fecha_id" ON "auditoria" USING btree ("fecha","id");--> statement-breakpoint
CREATE INDEX "auditoria_sucursal" ON "auditoria" USING btree ("id_sucursal","fecha","id");--> statement-breakpoint
CREATE INDEX "auditoria_usuario" ON "auditoria" USING btree ("id_usuario","fecha","id");--> statement-breakpoint
CREATE INDEX "auditoria_accion" ON "auditoria" USING btree ("accion","fecha","id");--> statement-breakpoint
CREATE INDEX "movimiento_stock_fecha" ON "movimiento_stock" USING btree ("id_sucursal","fecha","id");--> statement-breakpoint
CREATE INDEX "alerta_sucursal" ON "alerta" USING btree ("id_sucursal","fecha","id");