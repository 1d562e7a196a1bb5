/**
 * Writes an invented académie, coherent from STS to ONDE, for trials, tests and
 * benchmarks: the same seed gives the same bytes. Its door is {@link Generation} for the
 * command line and {@link Academie} for Java.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "noyau")
package fr.passerelle.generateur;
