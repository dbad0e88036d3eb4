package dev.plectrum.orm;

/**
 * The statements about single rows that the processor wrote down for a model.
 *
 * @param select all columns of the row with a key
 * @param insert a new row, without the columns that {@code insertLeavesOut} names
 * @param insertLeavesOut the optional columns that {@code insert} leaves to the database, one bit each
 * @param update all columns of the row with a key
 * @param delete the row with a key
 */
public record FixedSql(String select, String insert, long insertLeavesOut, String update, String delete) {}
