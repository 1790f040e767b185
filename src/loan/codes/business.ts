/**
 * 经营实体类型 | Type of business entity
 *
 * @labels {
 *   "SOLE_TRADER": ["个体工商户", "Sole trader"],
 *   "COMPANY": ["有限责任公司", "Limited company"],
 *   "PARTNERSHIP": ["合伙企业", "Partnership"],
 *   "SOLE_PROPRIETOR": ["个人独资企业", "Sole proprietorship"],
 *   "FARM": ["家庭农场或合作社", "Family farm or cooperative"]
 * }
 */
export type EntityType = 'SOLE_TRADER' | 'COMPANY' | 'PARTNERSHIP' | 'SOLE_PROPRIETOR' | 'FARM';
