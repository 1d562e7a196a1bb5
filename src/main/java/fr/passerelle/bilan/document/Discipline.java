package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;

/**
 * A subject and how it is chosen (2D); {@code id-lv} ties one to a language, since 7.0.
 */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "discipline")
public class Discipline {

	@XmlAttribute
	public String id;

	@XmlAttribute
	public String code;

	@XmlAttribute(name = "code-national")
	public String codeNational;

	@XmlAttribute(name = "modalite-election")
	public String modaliteElection;

	@XmlAttribute
	public String libelle;

	@XmlAttribute(name = "id-lv")
	public String idLv;

}
