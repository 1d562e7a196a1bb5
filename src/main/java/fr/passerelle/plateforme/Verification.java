package fr.passerelle.plateforme;

import java.util.Optional;

/**
 * Something that must be true before the first route starts. Every bean of this type is
 * asked once.
 */
interface Verification {

	/** Why the hub must not start: one French sentence, or nothing. */
	Optional<String> empechement();

}
