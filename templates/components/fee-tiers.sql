-- SPDX-License-Identifier: MIT
-- The steps of a fee by steps. Needs :code, :version and :fee_position.

-- name: tiers
SELECT CASE WHEN from_vnd > 0 THEN t('fee.tier_over') || ' ' || vnd(from_vnd)
      || coalesce(' ' || t('fee.tier_to') || ' ' || vnd(to_vnd), '')
    WHEN to_vnd IS NOT NULL THEN t('fee.tier_upto') || ' ' || vnd(to_vnd) END AS span,
  CASE WHEN base_vnd = 0 AND rate_num = 0 THEN t('fee.zero') ELSE
    CASE WHEN base_vnd > 0 THEN vnd(base_vnd) ELSE '' END
    || CASE WHEN base_vnd > 0 AND rate_num > 0 THEN ' ' || t('fee.tier_plus') || ' ' ELSE '' END
    || CASE WHEN rate_num = 0 THEN ''
         WHEN from_vnd = 0 THEN pct(rate_num, rate_den) || ' ' || t('fee.tier_whole')
         ELSE pct(rate_num, rate_den) || ' ' || t('fee.tier_above') || ' ' || vnd(from_vnd) END
    END AS charge
FROM fee_tier WHERE code = :code AND version = :version AND fee_position = :fee_position
ORDER BY from_vnd;
