package fr.passerelle.securite;

/** What can be asked of the hub, as far as rights are concerned. */
public enum Action {

	/** Read deposits, their reports and the freshness of schools. */
	LIRE,

	/** Hand in files. */
	DEPOSER,

	/** Confirm, cancel, replay or force a deposit: what a deposit does is decided. */
	DECIDER,

	/**
	 * Keep the report books (LSU) of a school: synchronise, create and lock bilans (R001,
	 * R002). Of the head or director alone, and of nobody else (LSU R1).
	 */
	TENIR_LIVRET,

	/** Read the feeds and the changes of the directory. */
	CONSOMMER,

	/** Create accounts. */
	ADMINISTRER

}
