-- 1. What the counters know by heart: every table that the catalogue shows tells what changed of it. A migration that adds
--    such a table calls seguir_en_catalogo('its_table', 'producto', 'id_producto').
CREATE FUNCTION anotar_cambio_catalogo() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  filas text := CASE TG_OP
    WHEN 'INSERT' THEN format('SELECT %I AS id FROM nuevas', TG_ARGV[1])
    WHEN 'DELETE' THEN format('SELECT %I AS id FROM viejas', TG_ARGV[1])
    ELSE format('SELECT %1$I AS id FROM nuevas UNION SELECT %1$I FROM viejas', TG_ARGV[1]) END;
BEGIN
  EXECUTE format('INSERT INTO cambio_catalogo (entidad, id_entidad) SELECT DISTINCT $1, x.id FROM (%s) x WHERE x.id IS NOT NULL',
    filas) USING TG_ARGV[0];
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION seguir_en_catalogo(tabla regclass, entidad text, columna text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %s REFERENCING NEW TABLE AS nuevas
    FOR EACH STATEMENT EXECUTE FUNCTION anotar_cambio_catalogo(%L, %L)', tabla || '_catalogo_nuevo', tabla, entidad, columna);
  EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %s REFERENCING NEW TABLE AS nuevas OLD TABLE AS viejas
    FOR EACH STATEMENT EXECUTE FUNCTION anotar_cambio_catalogo(%L, %L)', tabla || '_catalogo_cambia', tabla, entidad, columna);
  EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %s REFERENCING OLD TABLE AS viejas
    FOR EACH STATEMENT EXECUTE FUNCTION anotar_cambio_catalogo(%L, %L)', tabla || '_catalogo_menos', tabla, entidad, columna);
END $$;
--> statement-breakpoint
SELECT seguir_en_catalogo('producto', 'producto', 'id'), seguir_en_catalogo('codigo_producto', 'producto', 'id_producto'),
  seguir_en_catalogo('presentacion_producto', 'producto', 'id_producto'),
  seguir_en_catalogo('precio_sucursal', 'producto', 'id_producto'), seguir_en_catalogo('categoria', 'categoria', 'id'),
  seguir_en_catalogo('cliente', 'cliente', 'id');
--> statement-breakpoint

-- 2. Facts are evidence: what their device signed never changes, and what was written of one stays written.
CREATE TRIGGER hecho_cabecera BEFORE UPDATE ON hecho FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('estado', 'code', 'frase', 'fecha', 'tipo_documento', 'id_documento');
--> statement-breakpoint
CREATE TRIGGER hecho_terminado BEFORE UPDATE ON hecho FOR EACH ROW
  WHEN (OLD.estado <> 'RETENIDO') EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER incidencia_cabecera BEFORE UPDATE ON incidencia FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('estado', 'resuelta_por', 'resuelta_en', 'motivo');
--> statement-breakpoint
CREATE TRIGGER incidencia_terminada BEFORE UPDATE ON incidencia FOR EACH ROW
  WHEN (OLD.estado = 'RESUELTA') EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER concesion_cabecera BEFORE UPDATE ON concesion FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('revocada_en', 'revocada_por');
--> statement-breakpoint
CREATE TRIGGER concesion_revocada BEFORE UPDATE ON concesion FOR EACH ROW
  WHEN (OLD.revocada_en IS NOT NULL) EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
DO $$
DECLARE tabla text;
BEGIN
  FOREACH tabla IN ARRAY ARRAY['hecho', 'incidencia', 'concesion', 'dispositivo']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION rechazar_cambio()',
      tabla || '_sin_delete', tabla);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio()',
      tabla || '_sin_truncate', tabla);
  END LOOP;
END $$;
