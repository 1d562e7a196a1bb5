/**
 * The hub under blows: the real jar in a process of its own, killed or cut off from its
 * services at chosen moments. Its important types: {@link fr.passerelle.fault.HubTuable},
 * {@link fr.passerelle.fault.Piege}.
 */
package fr.passerelle.fault;
