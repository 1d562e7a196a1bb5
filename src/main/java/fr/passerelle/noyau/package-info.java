/**
 * The kernel: the identifiers and values every module speaks with. No framework here.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {},
		type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package fr.passerelle.noyau;
