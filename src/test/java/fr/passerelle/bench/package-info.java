/**
 * The programs behind {@code bench/mesurer}: the floor, the hub as a process, and what is
 * measured of it. No test runs them.
 */
package fr.passerelle.bench;
