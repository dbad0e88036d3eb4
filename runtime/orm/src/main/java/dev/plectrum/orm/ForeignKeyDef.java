package dev.plectrum.orm;

import dev.plectrum.annotations.OnDelete;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Relation;

/**
 * What generated code declares about a reference of a model.
 *
 * @param column the column that holds it
 * @param relation where it leads
 * @param onDelete what becomes of the row when its target is deleted
 */
public record ForeignKeyDef(ColumnDef<?> column, Relation relation, OnDelete onDelete) {}
